import {
  type ChoiceKey,
  type Facet,
  type FieldKey,
  type FlagKey,
  NONE,
  type SortKey,
  URGENT,
} from '../../contract/index.ts';

/** Syntax of a filter in the search box. */
interface QuerySyntax {
  readonly name: string;
  /** Description of the filter, for people. */
  readonly title: string;
  readonly example: string;
}

/** Names of the filters for tickets that can't wait, most pressing first. */
export const PRESSING_IDS = ['overdue', 'urgent', 'escalated', 'unassigned', 'new'] as const;

/** Values of a facet whose open tickets can't wait. */
export interface Pressing {
  readonly id: (typeof PRESSING_IDS)[number];
  readonly label: string;
  readonly values: readonly string[];
}

/** A section of a ticket's details. */
export type FactSection = 'people' | 'dates' | 'references';

/** Presentation of a field. Its properties depend on the field's declaration in `contract/fields.ts`. */
type Presentation<Key extends FieldKey> = {
  /** Name in filters, columns, chips and files. */
  readonly title: string;
  /** The section of a ticket's details that lists it; null where another part of them shows it. */
  readonly section: FactSection | null;
  /** Whether the details say nothing of it where it is missing. */
  readonly onlyIfKnown?: true;
} & (Key extends Facet ? { readonly pressing?: Pressing } : unknown) &
  (Key extends ChoiceKey | FlagKey ? { readonly syntax: QuerySyntax } : unknown) &
  (Key extends SortKey ? { readonly orders: readonly [ascending: string, descending: string] } : unknown);

/** Presentation of every field: a field added to `contract/fields.ts` does not compile until it is here. */
export const PRESENTATION: { readonly [Key in FieldKey]: Presentation<Key> } = {
  id: { title: 'ID', section: 'references', orders: ['lowest number first', 'highest number first'] },
  overdue: {
    title: 'Overdue',
    section: null,
    syntax: { name: 'overdue', title: 'Late or not', example: 'overdue:yes' },
    pressing: { id: 'overdue', label: 'Overdue', values: ['true'] },
    orders: ['not overdue first', 'overdue first'],
  },
  priority: {
    title: 'Priority',
    section: null,
    syntax: { name: 'priority', title: 'How urgent it is', example: 'priority:critical' },
    pressing: { id: 'urgent', label: 'Critical and high', values: URGENT },
    orders: ['lowest priority first', 'highest priority first'],
  },
  status: {
    title: 'Status',
    section: null,
    syntax: { name: 'status', title: 'Status', example: 'status:new' },
    pressing: { id: 'escalated', label: 'Escalated', values: ['ESCALATED'] },
    orders: ['status, earliest first', 'status, latest first'],
  },
  age: {
    title: 'Age',
    section: null,
    syntax: { name: 'age', title: 'Days since it was issued', example: 'age:30-90,90+' },
    pressing: { id: 'new', label: 'New in 24 hours', values: ['0-1'] },
  },
  description: { title: 'Description', section: null },
  customer: { title: 'Customer', section: 'people', orders: ['customer A–Z', 'customer Z–A'] },
  customerEmail: { title: 'Customer’s e-mail', section: null },
  assignee: {
    title: 'Assignee',
    section: 'people',
    syntax: { name: 'assignee', title: 'Assignee, by name or e-mail', example: '-assignee:none' },
    pressing: { id: 'unassigned', label: 'Unassigned', values: [NONE] },
    orders: ['assignee A–Z', 'assignee Z–A'],
  },
  assigneeEmail: { title: 'Assignee’s e-mail', section: null },
  segment: {
    title: 'Segment',
    section: 'people',
    syntax: { name: 'segment', title: 'Where it is now', example: 'segment:none' },
    orders: ['segment A–Z', 'segment Z–A'],
  },
  originSegment: {
    title: 'Origin',
    section: null,
    syntax: { name: 'origin', title: 'Where it began', example: 'origin:none' },
    orders: ['origin A–Z', 'origin Z–A'],
  },
  moved: {
    title: 'Segment',
    section: null,
    syntax: { name: 'moved', title: 'Moved between segments', example: 'moved:yes' },
  },
  type: {
    title: 'Type',
    section: 'people',
    syntax: { name: 'type', title: 'What kind of ticket', example: '-type:"MANUAL TICKET"' },
    orders: ['type A–Z', 'type Z–A'],
  },
  issueDate: { title: 'Issued', section: 'dates', orders: ['oldest first', 'newest first'] },
  createdAt: { title: 'Created', section: 'dates', orders: ['first created first', 'last created first'] },
  updatedAt: { title: 'Updated', section: 'dates', orders: ['first updated first', 'last updated first'] },
  deletedAt: { title: 'Deleted', section: 'dates', onlyIfKnown: true },
  feedbackId: { title: 'Feedback', section: 'references' },
  surveyId: {
    title: 'Survey',
    section: 'references',
    syntax: { name: 'survey', title: 'By the number of a survey', example: 'survey:35' },
  },
  responseId: { title: 'Response', section: 'references' },
};

/** Name of a field on screen. */
export function fieldTitle(key: FieldKey): string {
  return PRESENTATION[key].title;
}
