import type { AuditAction, AuditLog } from '../../../contract/index.ts';
import type { Database } from '../../store/database.ts';

/** Something that somebody did. */
export interface AuditEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly who: AuditLog['entries'][number]['who'];
  readonly action: AuditAction;
  /** Null where it is about none. */
  readonly workspace: string | null;
  readonly detail: AuditLog['entries'][number]['detail'];
}

/** An entry at its place in the order of writing. */
export type PlacedEntry = AuditEntry & { readonly position: number };

/** The entries that are asked for. */
export interface AuditQuestion {
  /** Those about these workspaces, or about none. */
  readonly workspaces: readonly string[];
  /** Null for all. */
  readonly action: AuditAction | null;
  /** Only those before this place; null for all. */
  readonly before: number | null;
  readonly limit: number;
}

/** The audit log. Its methods reject when it fails. */
export interface AuditStore {
  insert(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(question: AuditQuestion): Promise<readonly PlacedEntry[]>;
  prune(before: number): Promise<void>;
}

/** The most entries that are kept in memory. */
const MOST_IN_MEMORY = 10_000;

/** A log that ends with the process, and has the newest entries alone. */
export function createMemoryAuditStore(): AuditStore {
  let entries: PlacedEntry[] = [];
  let last = 0;
  return {
    insert: async (entry) => {
      last += 1;
      entries = [...entries.slice(1 - MOST_IN_MEMORY), { ...entry, position: last }];
    },
    list: async ({ workspaces, action, before, limit }) =>
      entries
        .filter(
          (entry) =>
            (entry.workspace === null || workspaces.includes(entry.workspace)) &&
            (action === null || entry.action === action) &&
            (before === null || entry.position < before),
        )
        .toReversed()
        .slice(0, limit),
    prune: async (before) => {
      entries = entries.filter(({ at }) => at >= before);
    },
  };
}

interface AuditRow {
  readonly position: number;
  readonly at: number;
  readonly who: string | null;
  readonly action: AuditAction;
  readonly workspace: string | null;
  readonly detail: string;
}

/** A log in the database. */
export function createSqlAuditStore(database: Database): AuditStore {
  return {
    async insert({ at, who, action, workspace, detail }) {
      await database.query(
        'insert into audit (at, who, action, workspace, detail) values ($1, $2, $3, $4, $5)',
        [at, who && JSON.stringify(who), action, workspace, JSON.stringify(detail)],
      );
    },
    async list({ workspaces, action, before, limit }) {
      const rows = await database.query<AuditRow>(
        `select * from audit
         where (workspace is null or workspace = any (string_to_array($1::text, E'\\n')))
           and ($2::text is null or action = $2) and ($3::text is null or position < $3::text::int8)
         order by position desc limit $4`,
        [workspaces.join('\n'), action, before === null ? null : String(before), limit],
      );
      return rows.map((row) => ({
        ...row,
        who: row.who === null ? null : JSON.parse(row.who),
        detail: JSON.parse(row.detail),
      }));
    },
    async prune(before) {
      await database.query('delete from audit where at < $1', [before]);
    },
  };
}
