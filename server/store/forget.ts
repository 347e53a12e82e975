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
      const theirs = rows.flatMap((row) => {
        const bare = withoutCustomer(JSON.parse(row.body) as Ticket, wanted);
        return bare === null ? [] : [{ ...row, body: JSON.stringify(bare) }];
      });
      await replaceBodies(session, theirs);
      erased.push(...theirs);
    }
  });
  // What an update leaves behind in the files goes with the old ones.
  if (erased.length > 0) await database.query('vacuum full tickets');
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
