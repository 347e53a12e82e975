import { type Person, type Segment, type Ticket, ticketSchema } from '../../contract/index.ts';

const FIELDS = Object.keys(ticketSchema.shape) as readonly (keyof Ticket)[];

/** Whether two tickets say the same in every field. */
export function isSameTicket(one: Ticket, other: Ticket): boolean {
  return FIELDS.every((field) => isSameField(one[field], other[field]));
}

function isSameField(one: Ticket[keyof Ticket], other: Ticket[keyof Ticket]): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return isSamePart(one, other);
}

/** A person and a segment have different keys, so the parts of one decide which of the other are asked. */
function isSamePart(one: Person | Segment, other: Person | Segment): boolean {
  const theirs = new Map<string, unknown>(Object.entries(other));
  const ours = Object.entries(one);
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value);
}
