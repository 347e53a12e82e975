import type { Database, SqlValue } from '../store/database.ts';

/** The time for which a lease holds when it is not renewed, in milliseconds by the database's clock. */
export const LEASE_MS = 10_000;

/** Snapshots that a holder may number before it needs more numbers; a new one every second takes 115 days. */
const NUMBERS = 10_000_000;

/** The right to read and record a workspace, as long as no other process has taken the next term of it. */
export interface Lease {
  readonly id: number;
  /** The process that holds it. */
  readonly holder: string;
  readonly term: number;
  /** The first of the numbers that its snapshots may have. */
  readonly firstNumber: number;
}

/** The state of a workspace as all processes share it. */
export interface LeaseRow {
  readonly id: number;
  readonly workspace: string;
  /** Null when it was given back. */
  readonly holder: string | null;
  readonly term: number;
  /** Whether nobody holds it: it was given back, or not renewed in time. */
  readonly isFree: boolean;
  /** The number of the newest publication; null for none. */
  readonly head: number | null;
  /** The holder's words on its reading, as JSON; null before it has said anything. */
  readonly status: string | null;
  /** The time of the last look at the workspace through a process that does not hold it; null for none. */
  readonly watchedAt: number | null;
  /** Milliseconds since then. */
  readonly watchedAgo: number | null;
  /** Refreshes that were asked for through such processes; and those of them that a holder has taken up. */
  readonly refreshAsked: number;
  readonly refreshTaken: number;
  /** The last recording; all null for none. */
  readonly seq: number | null;
  readonly since: number | null;
  readonly readNumber: number | null;
  readonly readAt: number | null;
}

/** A lease that goes on, with what its holder says. */
export interface Renewal {
  readonly lease: Lease;
  /** Its words on its reading, and the refreshes that it has taken up; null to leave what was said before. */
  readonly status: string | null;
  readonly refreshTaken: number | null;
}

/** The leases of a base URL. Every method rejects with a `StoreError` when the database fails. */
export interface LeaseStore {
  /** Renews leases, and gives the ids of those that nobody else has taken. */
  renew(renewals: readonly Renewal[]): Promise<ReadonlySet<number>>;
  /** Takes those of these workspaces that are free. */
  take(workspaces: readonly string[], holder: string, leastNumber: number): Promise<readonly TakenLease[]>;
  look(workspaces: readonly string[]): Promise<readonly LeaseRow[]>;
  /** Lets others take a lease at once. */
  giveBack(lease: Lease): Promise<void>;
  /** Tells the holder that somebody looks at the workspace, and whether a refresh is asked for. */
  wish(id: number, isRefresh: boolean): Promise<void>;
}

/** A lease that was just taken. */
interface TakenLease extends Lease {
  readonly workspace: string;
}

const RENEW = `
  update leases l
  set expires_at = clock_timestamp() + $3::int * interval '1 millisecond',
    status = coalesce(r.status, l.status), refresh_taken = greatest(r.taken, l.refresh_taken)
  from json_to_recordset($2::json) as r (id int, term int8, status text, taken int)
  where l.id = r.id and l.term = r.term and l.holder = $1
  returning l.id`;

/** In one order, so that of two processes one gets them all. */
const TAKE = `
  insert into leases as l (base_url, workspace, holder, term, expires_at, numbers)
  select $1, n.name, $3, 1, clock_timestamp() + $5::int * interval '1 millisecond',
    greatest($4::int8, w.read_number + 1, (extract(epoch from clock_timestamp()) * 1000)::int8) + ${NUMBERS}
  from json_array_elements_text($2::json) as n (name)
  left join workspaces w on w.base_url = $1 and w.workspace = n.name
  order by n.name
  on conflict (base_url, workspace) do update set
    holder = excluded.holder, term = l.term + 1,
    expires_at = clock_timestamp() + $5::int * interval '1 millisecond',
    numbers = greatest(excluded.numbers, l.numbers + ${NUMBERS})
  where l.expires_at <= clock_timestamp()
  returning workspace, id, holder, term, numbers - ${NUMBERS} as first`;

const LOOK = `
  select l.id, l.workspace, l.holder, l.term, l.expires_at <= clock_timestamp() as free, l.head, l.status,
    (extract(epoch from l.watched_at) * 1000)::int8 as watched_at,
    (extract(epoch from clock_timestamp() - l.watched_at) * 1000)::int8 as watched_ago,
    l.refresh_asked, l.refresh_taken, w.seq, w.since, w.read_number, w.read_at
  from leases l left join workspaces w on w.base_url = l.base_url and w.workspace = l.workspace
  where l.base_url = $1 and l.workspace in (select json_array_elements_text($2::json))`;

const GIVE_BACK = `
  update leases set holder = null, expires_at = clock_timestamp() where id = $1 and holder = $2 and term = $3`;

const WISH = `
  update leases set watched_at = clock_timestamp(), refresh_asked = refresh_asked + $2 where id = $1`;

/** The leases in a database whose schema is that of `store/migrations/`. */
export function createLeaseStore(database: Database, baseUrl: string): LeaseStore {
  /** In a transaction, which waits for a lock only as long as somebody waits for it. */
  const write = <Row>(sql: string, values: readonly SqlValue[]) =>
    database.transaction((session) => session.query<Row>(sql, values));

  return {
    async renew(renewals) {
      const [first] = renewals;
      if (first === undefined) return new Set();
      const list = renewals.map(({ lease: { id, term }, status, refreshTaken }) => ({
        id,
        term,
        status,
        taken: refreshTaken,
      }));
      const { holder } = first.lease;
      const rows = await write<{ id: number }>(RENEW, [holder, JSON.stringify(list), LEASE_MS]);
      return new Set(rows.map(({ id }) => id));
    },
    async take(workspaces, holder, leastNumber) {
      const rows = await write<Omit<TakenLease, 'firstNumber'> & { first: number }>(TAKE, [
        baseUrl,
        JSON.stringify(workspaces),
        holder,
        leastNumber,
        LEASE_MS,
      ]);
      return rows.map(({ first, ...lease }) => ({ ...lease, firstNumber: first }));
    },
    async look(workspaces) {
      const rows = await database.query<StoredRow>(LOOK, [baseUrl, JSON.stringify(workspaces)]);
      return rows.map(toRow);
    },
    giveBack: async ({ id, holder, term }) => void (await write(GIVE_BACK, [id, holder, term])),
    wish: async (id, isRefresh) => void (await write(WISH, [id, Number(isRefresh)])),
  };
}

/** A row as its columns are called. */
interface StoredRow extends Pick<LeaseRow, 'id' | 'workspace' | 'holder' | 'term' | 'head' | 'status'> {
  readonly free: boolean;
  readonly watched_at: number | null;
  readonly watched_ago: number | null;
  readonly refresh_asked: number;
  readonly refresh_taken: number;
  readonly seq: number | null;
  readonly since: number | null;
  readonly read_number: number | null;
  readonly read_at: number | null;
}

function toRow({ free, ...row }: StoredRow): LeaseRow {
  const { id, workspace, holder, term, head, status, seq, since } = row;
  return {
    ...{ id, workspace, holder, term, head, status, seq, since },
    isFree: free,
    watchedAt: row.watched_at,
    watchedAgo: row.watched_ago,
    refreshAsked: row.refresh_asked,
    refreshTaken: row.refresh_taken,
    readNumber: row.read_number,
    readAt: row.read_at,
  };
}
