import type { Ticket } from './schemas/ticket.ts';

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
export interface Field {
  /** Name in filters, columns, chips and files. */
  readonly label: string;
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
  /** Place of a filter among the others in panels, menus and chips: those used most come first. */
  readonly panel?: number;
  /** Whether a facet is folded away until somebody opens it, however few values it has. */
  readonly folded?: true;
  /** Both orders in words, ascending and descending. Without them it is no key of an order. */
  readonly sort?: readonly [ascending: string, descending: string];
  /** Whether the table has it as a column: always, until a reader chooses otherwise, or only when a reader chooses it. */
  readonly column?: 'usual' | 'optional';
  /** Whether it tells who a customer is, or what a customer has written. It must be a text. */
  readonly personal?: true;
  /**
   * The number under which changes of its value are recorded, for trends and timelines; without it they are not. It is
   * stored, so it is never given to another field: 1 to 7 are taken, and those of `OWN_NUMBERS` in `recorded.ts`.
   */
  readonly recorded?: number;
}
