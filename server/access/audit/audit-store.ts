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

/** The entries that somebody looks for. Null is no limit. */
export interface AuditFilter {
  readonly action: AuditAction | null;
  /** Occurs in the name or the id of whoever did it, ignoring case. */
  readonly who: string | null;
  /** Epoch milliseconds, the first instant in and the first one out. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The entries that are asked for. */
export interface AuditQuestion extends AuditFilter {
  /** Those about these workspaces, or about none. */
  readonly workspaces: readonly string[];
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
    list: async (question) =>
      entries
        .filter((entry) => isAsked(entry, question))
        .toReversed()
        .slice(0, question.limit),
    prune: async (before) => {
      entries = entries.filter(({ at }) => at >= before);
    },
  };
}

function isAsked(entry: PlacedEntry, { workspaces, action, who, from, to, before }: AuditQuestion): boolean {
  const names = entry.who === null ? [] : [entry.who.name, entry.who.id];
  return (
    (entry.workspace === null || workspaces.includes(entry.workspace)) &&
    (action === null || entry.action === action) &&
    (who === null || names.some((name) => name.toLowerCase().includes(who.toLowerCase()))) &&
    (from === null || entry.at >= from) &&
    (to === null || entry.at < to) &&
    (before === null || entry.position < before)
  );
}

interface AuditRow {
  readonly position: number;
  readonly at: number;
  readonly who: string | null;
  readonly action: AuditAction;
  readonly workspace: string | null;
  readonly detail: string;
}

const LIST = `
  select * from audit
  where (workspace is null or workspace = any (string_to_array($1::text, E'\\n')))
    and ($2::text is null or action = $2)
    and ($3::text is null or position < $3::text::int8)
    and ($5::text is null
      or strpos(lower(who::json ->> 'name'), lower($5)) > 0
      or strpos(lower(who::json ->> 'id'), lower($5)) > 0)
    and ($6::text is null or at >= $6::text::int8)
    and ($7::text is null or at < $7::text::int8)
  order by position desc limit $4`;

/** A log in the database. */
export function createSqlAuditStore(database: Database): AuditStore {
  return {
    async insert({ at, who, action, workspace, detail }) {
      await database.query(
        'insert into audit (at, who, action, workspace, detail) values ($1, $2, $3, $4, $5)',
        [at, who && JSON.stringify(who), action, workspace, JSON.stringify(detail)],
      );
    },
    async list({ workspaces, action, who, from, to, before, limit }) {
      const text = (number: number | null) => (number === null ? null : String(number));
      const rows = await database.query<AuditRow>(LIST, [
        workspaces.join('\n'),
        action,
        text(before),
        limit,
        who,
        text(from),
        text(to),
      ]);
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
