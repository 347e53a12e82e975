import type { Ticket } from '../../contract/index.ts';
import type { RecordedChange, RecordedTicket, RecordedValue } from '../history/recording.ts';
import type { Session } from './database.ts';
import { toFieldNumber, toStoredState } from './fields.ts';
import { chunksOf, toLines, toNumberList } from './lists.ts';

/** Rows of one statement: more would keep the process busy for too long at a time. */
const CHUNK = 1_000;

/** Writes new values and the new labels of known ones. */
export async function writeValues(
  session: Session,
  workspace: number,
  values: readonly RecordedValue[],
): Promise<void> {
  for (const chunk of chunksOf(values, CHUNK)) {
    await session.query(
      `insert into recorded_values (workspace, code, field, value, label)
       select $1, * from unnest($2::text::int4[], $3::text::int2[],
         string_to_array($4::text, E'\\n'), string_to_array($5::text, E'\\n'))
       on conflict (workspace, code) do update set label = excluded.label`,
      [
        workspace,
        toNumberList(chunk.map(({ code }) => code)),
        toNumberList(chunk.map(({ field }) => toFieldNumber(field))),
        toLines(chunk.map(({ value }) => JSON.stringify(value))),
        toLines(chunk.map(({ label }) => JSON.stringify(label))),
      ],
    );
  }
}

/** Writes the tickets that were never seen before. */
export async function writeArrivals(
  session: Session,
  workspace: number,
  arrivals: readonly RecordedTicket[],
): Promise<void> {
  for (const chunk of chunksOf(arrivals, CHUNK)) {
    await session.query(
      `insert into recorded_tickets (workspace, id, issued_at, seen_at, not_before, state)
       select $1, id, issued_at, seen_at, not_before, state::int4[]
       from unnest($2::text::int8[], $3::text::int8[], $4::text::int8[], $5::text::int8[],
         string_to_array($6::text, E'\\n')) as t (id, issued_at, seen_at, not_before, state)`,
      [
        workspace,
        toNumberList(chunk.map(({ id }) => id)),
        toNumberList(chunk.map(({ issuedAt }) => issuedAt)),
        toNumberList(chunk.map(({ seenAt }) => seenAt)),
        toNumberList(chunk.map(({ notBefore }) => notBefore)),
        toLines(chunk.map(({ state }) => toNumberList(toStoredState(state)))),
      ],
    );
  }
}

/** Writes other issue dates of known tickets. */
export async function writeReissued(
  session: Session,
  workspace: number,
  reissued: readonly Pick<RecordedTicket, 'id' | 'issuedAt'>[],
): Promise<void> {
  for (const chunk of chunksOf(reissued, CHUNK)) {
    await session.query(
      `update recorded_tickets r set issued_at = t.issued_at
       from unnest($2::text::int8[], $3::text::int8[]) as t (id, issued_at)
       where r.workspace = $1 and r.id = t.id`,
      [
        workspace,
        toNumberList(chunk.map(({ id }) => id)),
        toNumberList(chunk.map(({ issuedAt }) => issuedAt)),
      ],
    );
  }
}

/** Writes tickets as they are now. */
export async function writeTickets(
  session: Session,
  workspace: number,
  tickets: readonly Ticket[],
): Promise<void> {
  for (const chunk of chunksOf(tickets, CHUNK)) {
    await session.query(
      `insert into tickets (workspace, id, listed, body)
       select $1, id, true, body
       from unnest($2::text::int8[], string_to_array($3::text, E'\\n')) as t (id, body)
       on conflict (workspace, id) do update set listed = true, body = excluded.body`,
      [
        workspace,
        toNumberList(chunk.map(({ id }) => id)),
        toLines(chunk.map((ticket) => JSON.stringify(ticket))),
      ],
    );
  }
}

/** Writes changes, and of those that say whether a ticket is listed the outcome. */
export async function writeChanges(
  session: Session,
  workspace: number,
  changes: readonly RecordedChange[],
): Promise<void> {
  for (const chunk of chunksOf(changes, CHUNK)) {
    await session.query(
      `insert into recorded_changes (workspace, ticket, field, at, not_before, from_code, to_code)
       select $1, ticket, field, at, not_before, from_code, to_code
       from unnest($2::text::int8[], $3::text::int2[], $4::text::int8[], $5::text::int8[], $6::text::int4[],
         $7::text::int4[]) with ordinality as t (ticket, field, at, not_before, from_code, to_code, place)
       order by place`,
      [
        workspace,
        toNumberList(chunk.map(({ ticket }) => ticket)),
        toNumberList(chunk.map(({ field }) => toFieldNumber(field))),
        toNumberList(chunk.map(({ at }) => at)),
        toNumberList(chunk.map(({ notBefore }) => notBefore)),
        toNumberList(chunk.map(({ from }) => from)),
        toNumberList(chunk.map(({ to }) => to)),
      ],
    );
  }
  await writeListed(session, workspace, changes);
}

async function writeListed(
  session: Session,
  workspace: number,
  changes: readonly RecordedChange[],
): Promise<void> {
  // Of several changes of a ticket the last one holds.
  const listed = new Map(
    changes.filter(({ field }) => field === 'listed').map(({ ticket, to }) => [ticket, to]),
  );
  for (const chunk of chunksOf([...listed], CHUNK)) {
    await session.query(
      `update tickets r set listed = v.value = '"true"'
       from unnest($2::text::int8[], $3::text::int4[]) as t (id, code)
       join recorded_values v on v.workspace = $1 and v.code = t.code
       where r.workspace = $1 and r.id = t.id`,
      [workspace, toNumberList(chunk.map(([ticket]) => ticket)), toNumberList(chunk.map(([, code]) => code))],
    );
  }
}
