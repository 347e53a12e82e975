import { type DestinationStream, type Logger, pino } from 'pino';

/** The parts of an exception that a log may hold. */
interface FailureFacts {
  readonly type: string;
  /** The frames of its stack, innermost first. */
  readonly frames: readonly string[];
}

/** The shortest text that is blotted out: a shorter one is part of many words, and each would tell of it. */
const SHORTEST_SECRET = 6;

/** Settings of the log, and the texts that it never holds. */
export interface LoggerOptions {
  readonly level: string;
  /** Texts that are blotted out wherever they turn up, where they have six characters or more. */
  readonly secrets: readonly string[];
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
}

/**
 * Lines go out some at a time, at the latest after a tenth of a second, and at once when the process ends or something is
 * fatal: a call of the system for each was a tenth of a request's time. When nobody takes them, 16 MB wait at most.
 */
const STANDARD_OUTPUT = { sync: false, minLength: 4_096, periodicFlush: 100, maxLength: 16_777_216 };

/**
 * The process's log: JSON lines. Exceptions under the key `err` are logged by type and place only, since
 * a message may quote a customer or a header.
 */
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
  const written = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeFailure },
    redact: ['req.headers', 'res.headers', 'headers', 'apiKey', '*.apiKey', 'tickets', '*.tickets'],
    hooks: {
      streamWrite: (line: string) =>
        written.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line),
    },
  };
  return pino(options, destination ?? pino.destination(STANDARD_OUTPUT));
}

function describeFailure(error: unknown): FailureFacts {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  // A message of several lines is part of the stack too, and could look like a frame.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line));
  return { type: error.name, frames: frames.map((line) => line.trim()) };
}
