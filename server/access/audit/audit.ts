import type { AuditEntry, AuditQuestion, AuditStore, PlacedEntry } from './audit-store.ts';

interface AuditOptions {
  readonly store: AuditStore;
  /** Days that an entry is kept. */
  readonly retentionDays: number;
  /** The time in epoch milliseconds. */
  readonly now: () => number;
  readonly logger: {
    info(facts: object, message: string): void;
    warn(facts: object, message: string): void;
  };
}

/** What people did, written down as they do it. */
export interface Audit {
  /** Writes an entry into the process's log, and into the store as soon as that takes it. */
  record(entry: Omit<AuditEntry, 'at'>): void;
  /** The entries asked for, newest first. Rejects when the store fails. */
  list(question: AuditQuestion): Promise<readonly PlacedEntry[]>;
  close(): void;
}

const DAY_MS = 86_400_000;
const SWEEP_MS = 3_600_000;

/** The audit log over a store. While that fails, the process's log alone has the entries. */
export function createAudit({ store, retentionDays, now, logger }: AuditOptions): Audit {
  const prune = () => {
    store.prune(now() - retentionDays * DAY_MS).catch((err) => {
      logger.warn({ err }, 'old entries of the audit log could not be removed');
    });
  };
  const sweeping = setInterval(prune, SWEEP_MS).unref();
  return {
    record(entry) {
      logger.info({ audit: entry }, 'audit');
      store.insert({ ...entry, at: now() }).catch((err) => {
        logger.warn({ err, audit: entry }, 'the audit log could not be stored: this line is all there is');
      });
    },
    list: (question) => store.list(question),
    close: () => clearInterval(sweeping),
  };
}
