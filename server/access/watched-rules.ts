import { readFile, stat } from 'node:fs/promises';
import { codeOf } from '../error-code.ts';
import { type AccessRules, parseAccessFile } from './access-file.ts';

/** How often the file is looked at. */
const EVERY_MS = 2_000;

/** The log of what changes who may see what. */
export interface RulesLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

interface WatchedRulesOptions {
  readonly path: string;
  /** Ids of the workspaces that there are. */
  readonly workspaces: readonly string[];
  readonly logger: RulesLog;
  /** Told after the rules in force have become others. */
  readonly onChange?: (rules: AccessRules, before: AccessRules) => void;
}

/** The rules in force, read again from their file while it changes. */
export interface WatchedRules {
  current(): AccessRules;
  /** Whether the file has errors now, so that what it said before is in force. */
  isBroken(): boolean;
  close(): void;
}

export type OpenedRules =
  | { readonly ok: true; readonly rules: WatchedRules }
  | { readonly ok: false; readonly errors: readonly string[] };

/**
 * Reads an access file, and then looks every two seconds whether it has changed. A change holds from then on; a file that
 * cannot be read or has errors changes nothing and is warned of, once for each such state of it.
 */
export async function openRules(options: WatchedRulesOptions): Promise<OpenedRules> {
  const { path, workspaces, logger, onChange } = options;
  const first = await load(path, workspaces);
  if (!first.ok) return { ok: false, errors: first.errors };
  let current = first.rules;
  let seen = first.text;
  let complaint = '';

  async function look(): Promise<void> {
    const next = await load(path, workspaces);
    if (next.ok) {
      if (complaint !== '' || next.text !== seen)
        logger.info({ path }, 'the access file is in force as it is now');
      complaint = '';
      if (next.text === seen) return;
      seen = next.text;
      const before = current;
      current = next.rules;
      onChange?.(current, before);
      return;
    }
    const errors = next.errors.join('; ');
    if (errors === complaint) return;
    complaint = errors;
    logger.warn(
      { path, errors: next.errors },
      'the access file has errors: what it said before stays in force',
    );
  }

  let timer = setTimeout(again, EVERY_MS).unref();
  let closed = false;
  function again(): void {
    // Nothing of it throws: what can fail is told as an error.
    void look().then(() => {
      if (!closed) timer = setTimeout(again, EVERY_MS).unref();
    });
  }

  return {
    ok: true,
    rules: {
      current: () => current,
      isBroken: () => complaint !== '',
      close() {
        closed = true;
        clearTimeout(timer);
      },
    },
  };
}

type Loaded =
  | { readonly ok: true; readonly rules: AccessRules; readonly text: string }
  | { readonly ok: false; readonly errors: readonly string[] };

/** What a person has written by hand is small; anything larger is another file, and is not read. */
const MAX_BYTES = 4_000_000;

async function load(path: string, workspaces: readonly string[]): Promise<Loaded> {
  try {
    const stats = await stat(path);
    if (!stats.isFile() || stats.size > MAX_BYTES)
      return { ok: false, errors: ['is no plain file of a few kB'] };
    const text = await readFile(path, 'utf8');
    const parsed = parseAccessFile(text, workspaces);
    return parsed.ok ? { ...parsed, text } : parsed;
  } catch (error) {
    return { ok: false, errors: [`${path} cannot be read (${codeOf(error)})`] };
  }
}
