import type { HistoryChunk } from '../history/stored.ts';
import type { Session } from './database.ts';
import { fromStoredState, toField } from './fields.ts';
import { readAll } from './read-all.ts';

interface ValueRow {
  readonly key: number;
  readonly field: number;
  readonly value: string;
  readonly label: string;
}

interface TicketRow {
  readonly key: number;
  readonly issued_at: number | null;
  readonly seen_at: number;
  readonly not_before: number | null;
  readonly state: string;
}

interface ChangeRow {
  readonly key: number;
  readonly ticket: number;
  readonly field: number;
  readonly at: number;
  readonly not_before: number;
  readonly from_code: number;
  readonly to_code: number;
}

/** Reads what was recorded of a workspace: what others refer to comes first. */
export async function* loadHistory(session: Session, workspace: number): AsyncGenerator<HistoryChunk> {
  const values = readAll<ValueRow>(session, VALUES, { workspace, from: -1 });
  for await (const rows of values) yield { values: rows.map(toValue) };
  const tickets = readAll<TicketRow>(session, TICKETS, { workspace, from: Number.MAX_SAFE_INTEGER });
  for await (const rows of tickets) yield { tickets: rows.map(toTicket) };
  const changes = readAll<ChangeRow>(session, CHANGES, { workspace, from: -1 });
  for await (const rows of changes) yield { changes: rows.map(toChange) };
  const reads = readAll<{ key: number }>(session, READS, { workspace, from: Number.MIN_SAFE_INTEGER });
  for await (const rows of reads) yield { reads: rows.map(({ key }) => key) };
}

const VALUES = `
  select code as key, field, value, label from recorded_values
  where workspace = $1 and code > $2 order by code limit $3`;

const TICKETS = `
  select id as key, issued_at, seen_at, not_before, state::text from recorded_tickets
  where workspace = $1 and id < $2 order by id desc limit $3`;

const CHANGES = `
  select position as key, ticket, field, at, not_before, from_code, to_code from recorded_changes
  where workspace = $1 and position > $2 order by position limit $3`;

const READS = `
  select taken_at as key from reads where workspace = $1 and taken_at > $2 order by taken_at limit $3`;

function toValue({ key, field, value, label }: ValueRow) {
  return {
    code: key,
    field: toField(field),
    value: JSON.parse(value) as string,
    label: JSON.parse(label) as string,
  };
}

function toTicket({ key, issued_at, seen_at, not_before, state }: TicketRow) {
  return {
    id: key,
    issuedAt: issued_at,
    seenAt: seen_at,
    notBefore: not_before,
    state: fromStoredState(JSON.parse(state.replace('{', '[').replace('}', ']')) as number[]),
  };
}

function toChange({ key: _, ticket, field, at, not_before, from_code, to_code }: ChangeRow) {
  return {
    ticket,
    field: toField(field),
    at,
    notBefore: not_before,
    from: from_code,
    to: to_code,
  };
}
