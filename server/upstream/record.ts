import { isTicketId, type Person, type Segment, type Ticket } from '../../contract/index.ts';
import { readInstant } from './instant.ts';
import { MAX_DESCRIPTION, MAX_LABEL, MAX_NOTATION } from './limits.ts';
import { truncateText } from './truncate-text.ts';

/** The readable part of one record, and the names of the fields that were not as the reference page says. */
interface ReadRecord {
  readonly ticket: Ticket;
  readonly repaired: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads one field, adding its name to `repaired` when it was not as promised. */
type Reader<Value> = (fields: Fields, name: string, repaired: string[]) => Value;

/**
 * Reads one record of the upstream's list, field by field, so that a bad field costs itself alone. Numbers in
 * quotes, texts that came as numbers and dates in any ISO notation are understood; what cannot be is null
 * (`isOverdue`: false). A text that is far too long is cut. Fields that we do not know are dropped.
 *
 * @returns null for a record without a ticket's id: nothing could tell it from others, and no address leads to it.
 */
export function readRecord(record: unknown): ReadRecord | null {
  if (!isFields(record)) return null;
  const repaired: string[] = [];
  const id = requiredId(record, 'id', repaired);
  if (!isTicketId(id)) return null;
  const ticket: Ticket = {
    id,
    createdAt: requiredInstant(record, 'createdAt', repaired),
    updatedAt: requiredInstant(record, 'updatedAt', repaired),
    deletedAt: optionalInstant(record, 'deletedAt', repaired),
    feedbackId: requiredId(record, 'feedbackId', repaired),
    surveyId: optionalId(record, 'surveyId', repaired),
    responseId: optionalId(record, 'responseId', repaired),
    priority: requiredText(record, 'priority', repaired),
    status: requiredText(record, 'status', repaired),
    type: requiredText(record, 'type', repaired),
    description: requiredWords(record, 'description', repaired),
    issueDate: requiredInstant(record, 'issueDate', repaired),
    isOverdue: requiredFlag(record, 'isOverdue', repaired),
    customerName: optionalText(record, 'customerName', repaired),
    customerEmail: optionalText(record, 'customerEmail', repaired),
    originSegment: optionalSegment(record, 'originSegment', repaired),
    currentSegment: optionalSegment(record, 'currentSegment', repaired),
    assignedUser: optionalPerson(record, 'assignedUser', repaired),
  };
  return { ticket, repaired };
}

const readText = readTextUpTo(MAX_LABEL);
const requiredWords = required(readTextUpTo(MAX_DESCRIPTION));
const requiredText = required(readText);
const optionalText = optional(readText);
const requiredId = required(readId);
const optionalId = optional(readId);
const requiredInstant = required(readDate);
const optionalInstant = optional(readDate);

// The page's schema has these three always there. But a ticket that is nobody's has no user to show, so null
// or nothing at all is taken as an answer here, not as a fault.
const optionalPerson = optional(readPerson);
const optionalSegment = optional(readSegment);

/** For a field that the schema says is never null: a missing one is worth counting. */
function required<Value>(read: Reader<Value>): Reader<Value | null> {
  return (fields, name, repaired) => {
    if (!isMissing(fields[name])) return read(fields, name, repaired);
    repaired.push(name);
    return null;
  };
}

function optional<Value>(read: Reader<Value>): Reader<Value | null> {
  return (fields, name, repaired) => (isMissing(fields[name]) ? null : read(fields, name, repaired));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function readTextUpTo(most: number): Reader<string | null> {
  return (fields, name, repaired) => {
    const value = fields[name];
    if (typeof value === 'string' && value.length <= most) return value;
    repaired.push(name);
    if (typeof value === 'string') return truncateText(value, most);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  };
}

function readId(fields: Fields, name: string, repaired: string[]): number | null {
  const value = fields[name];
  if (Number.isSafeInteger(value)) return value as number;
  repaired.push(name);
  const number = isDigits(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_NOTATION && /^\s*-?\d{1,16}\s*$/.test(value);
}

function readDate(fields: Fields, name: string, repaired: string[]): string | null {
  const value = fields[name];
  const instant = readInstant(value);
  if (instant === null || typeof value !== 'string') repaired.push(name);
  return instant;
}

function requiredFlag(fields: Fields, name: string, repaired: string[]): boolean {
  const value = fields[name];
  if (typeof value === 'boolean') return value;
  repaired.push(name);
  if (typeof value !== 'string' || value.length > MAX_NOTATION) return value === 1;
  return ['1', 'true'].includes(value.trim().toLowerCase());
}

function readSegment(fields: Fields, name: string, repaired: string[]): Segment | null {
  return readPart(fields, name, repaired, (part, repairs) => ({
    id: requiredId(part, 'id', repairs),
    code: requiredText(part, 'code', repairs),
    name: requiredText(part, 'name', repairs),
  }));
}

function readPerson(fields: Fields, name: string, repaired: string[]): Person | null {
  return readPart(fields, name, repaired, (part, repairs) => ({
    name: requiredText(part, 'name', repairs),
    email: requiredText(part, 'email', repairs),
  }));
}

function readPart<Part>(
  fields: Fields,
  name: string,
  repaired: string[],
  read: (part: Fields, repairs: string[]) => Part,
): Part | null {
  const value = fields[name];
  const repairs: string[] = [];
  const part = isFields(value) ? read(value, repairs) : null;
  if (part === null) repaired.push(name);
  for (const repair of repairs) repaired.push(`${name}.${repair}`);
  return part;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
