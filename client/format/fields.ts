import type { ChoiceKey, FieldKey, SortKey } from '../../contract/index.ts';

/** Syntax of a field with values in the search box. */
interface TypedField {
  readonly name: string;
  /** Description of the filter, for people. */
  readonly title: string;
  readonly example: string;
}

/** Presentation of a field. Its properties depend on the field's declaration in `contract/fields.ts`. */
type Presentation<Key extends FieldKey> = {
  /** Name in filters, columns, chips and files. */
  readonly title: string;
} & (Key extends ChoiceKey ? { readonly typed: TypedField } : unknown) &
  (Key extends SortKey ? { readonly orders: readonly [ascending: string, descending: string] } : unknown);

/** Presentation of every field: a field added to `contract/fields.ts` does not compile until it is here. */
export const PRESENTATION: { readonly [Key in FieldKey]: Presentation<Key> } = {
  id: { title: 'ID', orders: ['by number', 'by number, backwards'] },
  overdue: { title: 'Overdue', orders: ['not overdue first', 'overdue first'] },
  priority: {
    title: 'Priority',
    typed: { name: 'priority', title: 'How urgent it is', example: 'priority:critical' },
    orders: ['lowest priority first', 'highest priority first'],
  },
  status: {
    title: 'Status',
    typed: { name: 'status', title: 'Status', example: 'status:new' },
    orders: ['by status', 'by status, backwards'],
  },
  age: {
    title: 'Age',
    typed: { name: 'age', title: 'Days since it was issued', example: 'age:30-90,90+' },
  },
  description: { title: 'Description' },
  customer: { title: 'Customer', orders: ['by customer', 'by customer, backwards'] },
  customerEmail: { title: 'Customer’s e-mail' },
  assignee: {
    title: 'Assignee',
    typed: { name: 'assignee', title: 'Assignee, by name or e-mail', example: '-assignee:none' },
    orders: ['by assignee', 'by assignee, backwards'],
  },
  assigneeEmail: { title: 'Assignee’s e-mail' },
  segment: {
    title: 'Segment',
    typed: { name: 'segment', title: 'Where it is now', example: 'segment:none' },
    orders: ['by segment', 'by segment, backwards'],
  },
  originSegment: {
    title: 'Origin',
    typed: { name: 'origin', title: 'Where it began', example: 'origin:none' },
    orders: ['by origin', 'by origin, backwards'],
  },
  moved: { title: 'Segment' },
  type: {
    title: 'Type',
    typed: { name: 'type', title: 'What kind of ticket', example: '-type:"MANUAL TICKET"' },
    orders: ['by type', 'by type, backwards'],
  },
  issueDate: { title: 'Issued', orders: ['oldest first', 'newest first'] },
  createdAt: { title: 'Created', orders: ['first created first', 'last created first'] },
  updatedAt: { title: 'Updated', orders: ['first updated first', 'last updated first'] },
  deletedAt: { title: 'Deleted' },
  feedbackId: { title: 'Feedback' },
  surveyId: {
    title: 'Survey',
    typed: { name: 'survey', title: 'By the number of a survey', example: 'survey:35' },
  },
  responseId: { title: 'Response' },
};

/** Name of a field on screen. */
export function fieldTitle(key: FieldKey): string {
  return PRESENTATION[key].title;
}
