import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import { DEFAULT_TICKETS, type SandboxOptions } from './server.ts';

export const HELP = `Starts a stand-in for QuestionPro's API on this machine, with invented tickets.

  npm run sandbox -- [flags]

  --tickets N   how many tickets (default ${DEFAULT_TICKETS}; with --file: at most so many of the file's)
  --latency N   milliseconds that every answer takes (default 0)
  --port N      where to listen (default: a free port)
  --seed N      another number, other tickets (default 1)
  --file PATH   serve the tickets of a file: one JSON object a line, .ndjson or .ndjson.gz
  --faults      let faults be switched on and off while it runs
  --help        this text

With --faults, on the address that it tells:

  POST /_faults   switches the faults of a JSON list on and all others off:
                  curl -d '[{"kind":"server-error","page":3}]' http://127.0.0.1:4010/_faults
                  Each has a kind and may have: page, workspace, share (of the calls, 0 to 1),
                  retryAfter (a text: seconds or a date), perPage. An empty list ends them all.
  GET /_faults    which are on
  GET /_calls     calls in all, the most in a minute, the most at once; DELETE counts anew

Kinds:

${Object.entries(FAULTS)
  .map(([kind, what]) => `  ${kind.padEnd(16)}${what}\n`)
  .join('')}`;

/** The flags that take a whole number, with the largest one. */
const NUMBERS = { tickets: 1_000_000, latency: 60_000, port: 65_535, seed: 4_294_967_294 } as const;

type SandboxCommand =
  | { readonly kind: 'start'; readonly options: SandboxOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'errors'; readonly errors: readonly string[] };

/** Reads the command line; names everything that is wrong with it at once. */
export function parseArguments(args: readonly string[]): SandboxCommand {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const given = new Map<string, string>();
  const errors: string[] = [];
  for (const token of tokens) {
    const { name, value } = partsOf(token);
    const error = errorOf(name, value);
    if (error !== null) errors.push(error);
    else given.set(name, value ?? '');
  }
  if (given.has('--help')) return { kind: 'help' };
  return errors.length > 0 ? { kind: 'errors', errors } : { kind: 'start', options: optionsFrom(given) };
}

const OPTIONS = {
  tickets: { type: 'string' },
  latency: { type: 'string' },
  port: { type: 'string' },
  seed: { type: 'string' },
  file: { type: 'string' },
  faults: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function partsOf(token: Token): { name: string; value: string | undefined } {
  if (token.kind === 'option') return { name: token.rawName, value: token.value };
  return { name: token.kind === 'positional' ? token.value : '--', value: undefined };
}

function errorOf(name: string, value: string | undefined): string | null {
  if (name === '--help' || name === '--faults') return value === undefined ? null : `${name} takes no value`;
  if (name === '--file') return value ? null : '--file needs a path';
  const max = Object.entries(NUMBERS).find(([known]) => name === `--${known}`)?.[1];
  if (max === undefined) return `${name} is not a flag of the sandbox`;
  if (value !== undefined && /^\d{1,10}$/.test(value) && Number(value) <= max) return null;
  return `${name} needs a whole number from 0 to ${max}`;
}

function optionsFrom(given: ReadonlyMap<string, string>): SandboxOptions {
  const number = (flag: string, option: keyof SandboxOptions) => {
    const value = given.get(flag);
    return value === undefined ? {} : { [option]: Number(value) };
  };
  const file = given.get('--file');
  return {
    ...number('--tickets', 'tickets'),
    ...number('--latency', 'latencyMs'),
    ...number('--port', 'port'),
    ...number('--seed', 'seed'),
    ...(file === undefined ? {} : { file }),
    ...(given.has('--faults') ? { faults: true } : {}),
  };
}
