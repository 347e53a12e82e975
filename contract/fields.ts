import { AGE_BANDS } from './age.ts';
import type { Ticket } from './schemas/ticket.ts';
import { PRIORITIES, STATUSES } from './ticket.ts';

/**
 * The kind of a field, which alone decides how it is read, told apart and written:
 *
 * - `id`, `number`, `text`, `date`, `flag`: as the ticket has it; `words`: a text of many lines.
 * - `age`: the days since a date, in bands.
 * - `person`, `segment`: by e-mail or code, shown by name; `email`: a person's e-mail.
 * - `customer`: the name, else the e-mail.
 * - `moved`: whether the segment is another than the one where the ticket began.
 */
export type FieldKind =
  | 'id'
  | 'number'
  | 'text'
  | 'words'
  | 'date'
  | 'flag'
  | 'age'
  | 'person'
  | 'email'
  | 'segment'
  | 'customer'
  | 'moved';

/** Everything that is known of a field, wherever it is filtered by, counted, sorted, shown or written. */
interface Field {
  readonly kind: FieldKind;
  /** The property of a ticket that it is read from. */
  readonly of: keyof Ticket;
  /** The form of its query key: several values to have or not to have, or yes or no. Without it there is no such key. */
  readonly filter?: 'choice' | 'flag';
  /** All values that there can be, where they are a closed set, and how they are called; those of yes and no are two. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  /** The values that the vendor documents, the least first. `unknown` ones come before or after them in an order. */
  readonly known?: { readonly values: readonly string[]; readonly unknown: 'before' | 'after' };
  /** The name of a missing value, where it is a value of its own: `none` in a query. */
  readonly none?: string;
  /** Whether its values are counted beside the list. It must have a `filter`. */
  readonly facet?: true;
  /** Whether a facet is folded away until somebody opens it. */
  readonly folded?: true;
  readonly sort?: true;
  /** Whether the table has it as a column: always, until a reader chooses otherwise, or only when a reader chooses it. */
  readonly column?: 'usual' | 'optional';
  /** Whether it tells who a customer is, or what a customer has written. It must be a text. */
  readonly personal?: true;
}

/**
 * Every field of a ticket, described once, in the order in which panels, menus, addresses and files list them. Lists of
 * keys, the codec, the types of queries and facets, and what the screens show are made from it.
 */
const FIELDS = {
  id: { kind: 'id', of: 'id', sort: true, column: 'usual' },
  overdue: {
    kind: 'flag',
    of: 'isOverdue',
    filter: 'flag',
    values: yesAndNo('Overdue', 'Not overdue'),
    facet: true,
    sort: true,
    column: 'usual',
  },
  priority: {
    kind: 'text',
    of: 'priority',
    filter: 'choice',
    known: { values: PRIORITIES, unknown: 'before' },
    facet: true,
    sort: true,
    column: 'usual',
  },
  status: {
    kind: 'text',
    of: 'status',
    filter: 'choice',
    known: { values: STATUSES, unknown: 'after' },
    facet: true,
    sort: true,
    column: 'usual',
  },
  age: {
    kind: 'age',
    of: 'issueDate',
    filter: 'choice',
    values: AGE_BANDS,
    facet: true,
    column: 'usual',
  },
  description: { kind: 'words', of: 'description', column: 'usual', personal: true },
  customer: { kind: 'customer', of: 'customerName', sort: true, column: 'usual', personal: true },
  customerEmail: { kind: 'text', of: 'customerEmail', column: 'optional', personal: true },
  assignee: {
    kind: 'person',
    of: 'assignedUser',
    filter: 'choice',
    none: 'Unassigned',
    facet: true,
    sort: true,
    column: 'usual',
  },
  assigneeEmail: { kind: 'email', of: 'assignedUser', column: 'optional' },
  segment: {
    kind: 'segment',
    of: 'currentSegment',
    filter: 'choice',
    none: 'No segment',
    facet: true,
    sort: true,
    column: 'usual',
  },
  originSegment: {
    kind: 'segment',
    of: 'originSegment',
    filter: 'choice',
    none: 'No segment',
    facet: true,
    sort: true,
    column: 'optional',
  },
  moved: { kind: 'moved', of: 'currentSegment', filter: 'flag', values: yesAndNo('Moved', 'Not moved') },
  type: { kind: 'text', of: 'type', filter: 'choice', facet: true, sort: true, column: 'optional' },
  issueDate: { kind: 'date', of: 'issueDate', sort: true, column: 'optional' },
  createdAt: { kind: 'date', of: 'createdAt', sort: true, column: 'optional' },
  updatedAt: { kind: 'date', of: 'updatedAt', sort: true, column: 'optional' },
  deletedAt: { kind: 'date', of: 'deletedAt', column: 'optional' },
  feedbackId: { kind: 'number', of: 'feedbackId', column: 'optional' },
  surveyId: {
    kind: 'number',
    of: 'surveyId',
    filter: 'choice',
    none: 'No survey',
    facet: true,
    folded: true,
    column: 'optional',
  },
  responseId: { kind: 'number', of: 'responseId', column: 'optional' },
} as const satisfies Readonly<Record<string, Field>>;

function yesAndNo(yes: string, no: string) {
  return [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ] as const;
}

type Fields = typeof FIELDS;

export type FieldKey = keyof Fields;

/** The fields that say something of themselves: those whose entry has that part. */
type KeysWith<Part extends keyof Field, Value = unknown> = {
  [Key in FieldKey]: Fields[Key] extends { readonly [P in Part]: Value } ? Key : never;
}[FieldKey];

/** A query key that takes several values. */
export type ChoiceKey = KeysWith<'filter', 'choice'>;
/** A query key that takes yes or no. */
export type FlagKey = KeysWith<'filter', 'flag'>;
export type Facet = KeysWith<'facet'>;
export type SortKey = KeysWith<'sort'>;
export type Column = KeysWith<'column'>;
/** A date that tickets are sorted by. */
export type DateKey = SortKey & KeysWith<'kind', 'date'>;

/** A value of a choice: one of a closed set, or any text. */
export type ChoiceValue<Key extends ChoiceKey> = Fields[Key] extends {
  readonly values: readonly { readonly value: infer Value }[];
}
  ? Value
  : string;

/** The description of a field, with the parts that it lacks undefined. */
export function fieldOf(key: FieldKey): Field {
  return FIELDS[key];
}

/** All fields, in their order. */
export const FIELD_KEYS = Object.keys(FIELDS) as readonly FieldKey[];

export const CHOICE_KEYS = FIELD_KEYS.filter((key): key is ChoiceKey => fieldOf(key).filter === 'choice');
export const FLAG_KEYS = FIELD_KEYS.filter((key): key is FlagKey => fieldOf(key).filter === 'flag');
export const FACETS = FIELD_KEYS.filter((key): key is Facet => fieldOf(key).facet === true);
export const SORT_KEYS = FIELD_KEYS.filter((key): key is SortKey => fieldOf(key).sort === true);
export const COLUMNS = FIELD_KEYS.filter((key): key is Column => fieldOf(key).column !== undefined);
export const PERSONAL_KEYS = FIELD_KEYS.filter((key) => fieldOf(key).personal === true);

/** Whether a query key takes yes or no, and so no values to leave out: each is the other's opposite. */
export function isFlag(key: FieldKey): key is FlagKey {
  return fieldOf(key).filter === 'flag';
}
