import { formatCountOf } from '../contract/index.ts';
import { readEnv } from './env.ts';
import { describeErrors } from './env-errors.ts';
import { StoreError } from './history/stored.ts';
import { type BackupCounts, exportStore, importStore } from './store/backup.ts';
import type { Database } from './store/database.ts';
import { forgetCustomer } from './store/forget.ts';
import { openStore } from './store/open-store.ts';
import { StoreInUse } from './store/store-in-use.ts';

const HELP = `npm run store -- COMMAND, on the store that the settings name:

  check                      reads all that is stored, and says how much that is
  export FILE                writes all of it into one file
  import FILE [--replace]    reads such a file into an empty store, or in place of what is stored
  forget --customer E-MAIL   erases a customer's name, address and words

Stop Loopdesk first when its store is the embedded one.
`;

/** A command, with what it says when it is done. */
type Command = (database: Database, args: readonly string[]) => Promise<string>;

interface CommandEntry {
  /** A pattern of its arguments, one a line: names of files may have blanks. */
  readonly args: RegExp;
  readonly run: Command;
  /** Whether it begins a store where there is none. */
  readonly mayBegin?: boolean;
}

const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  check: { args: /^$/, run: check },
  export: { args: /^[^-\n].*$/, run: exportTo },
  import: { args: /^[^-\n].*(\n--replace)?$/, run: importFrom, mayBegin: true },
  forget: { args: /^--customer\n[^\s@]+@[^\s@]+$/, run: forget },
};

/** The command `npm run store`. */
async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (command === undefined || !command.args.test(args.join('\n'))) {
    const asked = name === '--help' || name === '';
    return end(HELP, asked ? 0 : 1);
  }
  const settings = readEnv();
  if (!settings.ok) return end(describeErrors(settings.errors), 1);
  const { store, dataDir } = settings.env;
  if (store.kind === 'memory') return end('STORE is memory: nothing is stored.\n', 1);
  try {
    const opened = await openStore({
      store,
      dataDir,
      log,
      mayBegin: command.mayBegin ?? false,
    });
    try {
      process.stdout.write(await command.run(opened.database as Database, args));
    } finally {
      await opened.close();
    }
  } catch (error) {
    end(messageOf(error), 1);
  }
}

const log = {
  warn: (facts: object, message: string) => tell(message, facts),
  error: (facts: object, message: string) => tell(message, facts),
};

function tell(message: string, facts: object): void {
  process.stderr.write(`${message} ${JSON.stringify(facts)}\n`);
}

async function check(database: Database): Promise<string> {
  return `The store is sound. ${count(await exportStore(database, null))}\n`;
}

async function exportTo(database: Database, [path = '']: readonly string[]): Promise<string> {
  return `Written to ${path}. ${count(await exportStore(database, path))}\n`;
}

async function importFrom(database: Database, [path = '', replace]: readonly string[]): Promise<string> {
  return `Read from ${path}. ${count(await importStore(database, path, { replace: replace !== undefined }))}\n`;
}

async function forget(database: Database, [, email = '']: readonly string[]): Promise<string> {
  const { erased } = await forgetCustomer(database, email);
  if (erased.length === 0) return 'Nothing is stored of this customer.\n';
  const listed = erased.filter((ticket) => ticket.listed);
  const lines = [`Erased: name, address and words in ${formatCountOf(erased.length, 'ticket')}.`];
  if (listed.length > 0) {
    lines.push(
      'QuestionPro still lists these, and they come back with the next read until they are erased there:',
      ...listed.map(({ workspace, id }) => `  workspace ${workspace}, ticket ${id}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function count(counts: BackupCounts): string {
  const words = Object.entries(counts).map(([table, rows]) =>
    // The tables' names are plurals.
    formatCountOf(rows, table.replace('_', ' ').slice(0, -1)),
  );
  return `${words.join(', ')}.`;
}

function messageOf(error: unknown): string {
  if (error instanceof StoreInUse) return `${error.message} Stop Loopdesk first.\n`;
  if (error instanceof StoreError) return `${error.message}\n`;
  return `${error instanceof Error ? error.message : String(error)}\n`;
}

function end(message: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(message);
  process.exitCode = code;
}

await main(process.argv.slice(2));
