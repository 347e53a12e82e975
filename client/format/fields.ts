import {
  type ChoiceKey,
  type Facet,
  type FieldKey,
  type FlagKey,
  fieldOf,
  NONE,
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
export const PRESSING_IDS = ['overdue', 'urgent', 'escalated', 'unassigned', 'issued'] as const;

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
  /** The section of a ticket's details that lists it; null where another part of them shows it. */
  readonly section: FactSection | null;
  /** Whether the details say nothing of it where it is missing. */
  readonly onlyIfKnown?: true;
} & (Key extends Facet ? { readonly pressing?: Pressing } : unknown) &
  (Key extends ChoiceKey | FlagKey ? { readonly syntax: QuerySyntax } : unknown);

/** Presentation of every field: a field added to `contract/fields.ts` does not compile until it is here. */
export const PRESENTATION: { readonly [Key in FieldKey]: Presentation<Key> } = {
  id: { section: 'references' },
  overdue: {
    section: null,
    syntax: { name: 'overdue', title: 'Late or not', example: 'overdue:yes' },
    pressing: { id: 'overdue', label: 'Overdue', values: ['true'] },
  },
  priority: {
    section: null,
    syntax: { name: 'priority', title: 'How urgent it is', example: 'priority:critical' },
    pressing: { id: 'urgent', label: 'Critical and high', values: URGENT },
  },
  status: {
    section: null,
    syntax: { name: 'status', title: 'Status', example: 'status:new' },
    pressing: { id: 'escalated', label: 'Escalated', values: ['ESCALATED'] },
  },
  age: {
    section: null,
    syntax: { name: 'age', title: 'Days since it was issued', example: 'age:30-90,90+' },
    pressing: { id: 'issued', label: 'Issued in 24 h', values: ['0-1'] },
  },
  description: { section: null },
  customer: { section: 'people' },
  customerEmail: { section: null },
  assignee: {
    section: 'people',
    syntax: { name: 'assignee', title: 'Assignee, by name or e-mail', example: '-assignee:none' },
    pressing: { id: 'unassigned', label: 'Unassigned', values: [NONE] },
  },
  assigneeEmail: { section: null },
  segment: {
    section: 'people',
    syntax: { name: 'segment', title: 'Where it is now', example: 'segment:none' },
  },
  originSegment: {
    section: null,
    syntax: { name: 'origin', title: 'Where it began', example: 'origin:none' },
  },
  moved: {
    section: null,
    syntax: { name: 'moved', title: 'Moved between segments', example: 'moved:yes' },
  },
  type: {
    section: 'people',
    syntax: { name: 'type', title: 'What kind of ticket', example: '-type:"MANUAL TICKET"' },
  },
  issueDate: { section: 'dates' },
  createdAt: { section: 'dates' },
  updatedAt: { section: 'dates' },
  deletedAt: { section: 'dates', onlyIfKnown: true },
  feedbackId: { section: 'references' },
  surveyId: {
    section: 'references',
    syntax: { name: 'survey', title: 'By the number of a survey', example: 'survey:35' },
  },
  responseId: { section: 'references' },
};

/** Name of a field on screen. */
export function fieldTitle(key: FieldKey): string {
  return fieldOf(key).label;
}
