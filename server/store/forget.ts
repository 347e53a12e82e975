import type { Ticket } from '../../contract/index.ts';
import type { Database, Session } from './database.ts';
import { toLines, toNumberList } from './lists.ts';

const CHUNK = 1_000;

/** What was erased of a customer. */
export interface Forgotten {
  readonly erased: readonly {
    readonly baseUrl: string;
    readonly workspace: string;
    readonly id: number;
    /** Whether the upstream still listed it at the last read, and so gives all of it again with the next one. */
    readonly listed: boolean;
  }[];
}

interface TicketRow {
  readonly workspace: number;
  readonly id: number;
  readonly listed: boolean;
  readonly body: string;
  readonly base_url: string;
  readonly name: string;
}

/**
 * Erases the name, the address and the words of a customer, whom an e-mail names, from all that is stored, and the words of
 * others that have the address in them.
 */
export async function forgetCustomer(database: Database, email: string): Promise<Forgotten> {
  const wanted = email.trim().toLowerCase();
  const erased: TicketRow[] = [];
  if (wanted === '') return { erased: [] };
  await database.transaction(async (session) => {
    let last: readonly [workspace: number, id: number] = [0, 0];
    for (;;) {
      const rows = await session.query<TicketRow>(NEXT, [...last, CHUNK]);
      const end = rows.at(-1);
      if (end === undefined) return;
      last = [end.workspace, end.id];
      const theirs = bareBodies(rows, wanted);
      await replaceBodies(session, theirs);
      erased.push(...theirs);
    }
  });
  const published = await forgetPublished(database, wanted);
  // What an update leaves behind in the files goes with the old ones.
  if (erased.length > 0) await database.query('vacuum full tickets');
  if (published > 0) await database.query('vacuum full publication_tickets');
  return {
    erased: erased.map(({ base_url, name, id, listed }) => ({
      baseUrl: base_url,
      workspace: name,
      id,
      listed,
    })),
  };
}

const NEXT = `
  select t.workspace, t.id, t.listed, t.body, w.base_url, w.workspace as name
  from tickets t join workspaces w on w.id = t.workspace
  where (t.workspace, t.id) > ($1, $2) order by t.workspace, t.id limit $3`;

/** Those of the rows whose bodies have something of the customer's, without it. */
function bareBodies<Row extends { readonly body: string }>(rows: readonly Row[], email: string): Row[] {
  return rows.flatMap((row) => {
    const bare = withoutCustomer(JSON.parse(row.body) as Ticket, email);
    return bare === null ? [] : [{ ...row, body: JSON.stringify(bare) }];
  });
}

/** The ticket without what is the customer's; null where nothing is. */
function withoutCustomer(ticket: Ticket, email: string): Ticket | null {
  if (ticket.customerEmail?.trim().toLowerCase() === email) {
    return { ...ticket, customerName: null, customerEmail: null, description: null };
  }
  return ticket.description?.toLowerCase().includes(email) ? { ...ticket, description: null } : null;
}

async function replaceBodies(session: Session, rows: readonly TicketRow[]): Promise<void> {
  await session.query(
    `update tickets t set body = n.body
     from unnest($1::text::int4[], $2::text::int8[], string_to_array($3::text, E'\\n')) as n (workspace, id, body)
     where t.workspace = n.workspace and t.id = n.id`,
    [
      toNumberList(rows.map(({ workspace }) => workspace)),
      toNumberList(rows.map(({ id }) => id)),
      toLines(rows.map(({ body }) => body)),
    ],
  );
}

interface PublishedRow {
  readonly lease: number;
  readonly number: number;
  readonly id: number;
  readonly body: string;
}

const NEXT_PUBLISHED = `
  select lease, number, id, body from publication_tickets
  where (lease, number, id) > ($1, $2, $3) order by lease, number, id limit $4`;

const REPLACE_PUBLISHED = `
  update publication_tickets t set body = n.body
  from unnest($1::text::int4[], $2::text::int8[], $3::text::int8[], string_to_array($4::text, E'\\n'))
    as n (lease, number, id, body)
  where t.lease = n.lease and t.number = n.number and t.id = n.id`;

/** The same in the snapshots on their way from one process to the others, and how many tickets of them it was. */
async function forgetPublished(database: Database, email: string): Promise<number> {
  let count = 0;
  await database.transaction(async (session) => {
    let last: readonly number[] = [0, 0, 0];
    for (;;) {
      const rows = await session.query<PublishedRow>(NEXT_PUBLISHED, [...last, CHUNK]);
      const end = rows.at(-1);
      if (end === undefined) return;
      last = [end.lease, end.number, end.id];
      const theirs = bareBodies(rows, email);
      count += theirs.length;
      await session.query(REPLACE_PUBLISHED, [
        toNumberList(theirs.map(({ lease }) => lease)),
        toNumberList(theirs.map(({ number }) => number)),
        toNumberList(theirs.map(({ id }) => id)),
        toLines(theirs.map(({ body }) => body)),
      ]);
    }
  });
  return count;
}
