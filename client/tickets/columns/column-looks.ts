import type { Column } from '../../../contract/index.ts';
import type { ColumnSort } from '../table/sorting.ts';

/** How a column stands in the table. */
export interface ColumnLook {
  readonly title: string;
  /** The usual width as a CSS length, or a custom property of the table for what grows with the screen. */
  readonly width: string;
  /** What a click on its head sorts by; null where the server knows no such order. */
  readonly sort: ColumnSort | null;
  readonly align?: 'end';
}

const TEXT = 'var(--text-column)';
const DAY = '6.5rem';
const NUMBER = '6.5rem';

export const COLUMN_LOOKS: Readonly<Record<Column, ColumnLook>> = {
  id: { title: 'ID', width: '7.75rem', sort: { key: 'id', first: 'descending' } },
  overdue: { title: 'Overdue', width: '6.25rem', sort: { key: 'overdue', first: 'descending' } },
  priority: { title: 'Priority', width: '5.75rem', sort: { key: 'priority', first: 'descending' } },
  status: { title: 'Status', width: '6.25rem', sort: { key: 'status', first: 'ascending' } },
  age: {
    title: 'Age',
    width: '4.5rem',
    sort: { key: 'issueDate', first: 'ascending', inverted: true },
    align: 'end',
  },
  description: { title: 'Description', width: 'var(--words-column)', sort: null },
  customer: { title: 'Customer', width: TEXT, sort: { key: 'customer', first: 'ascending' } },
  customerEmail: { title: 'Customer’s e-mail', width: TEXT, sort: null },
  assignee: { title: 'Assignee', width: TEXT, sort: { key: 'assignee', first: 'ascending' } },
  assigneeEmail: { title: 'Assignee’s e-mail', width: TEXT, sort: null },
  segment: { title: 'Segment', width: TEXT, sort: { key: 'segment', first: 'ascending' } },
  originSegment: { title: 'Origin', width: TEXT, sort: { key: 'originSegment', first: 'ascending' } },
  type: { title: 'Type', width: TEXT, sort: { key: 'type', first: 'ascending' } },
  issueDate: { title: 'Issued', width: DAY, sort: { key: 'issueDate', first: 'descending' } },
  createdAt: { title: 'Created', width: DAY, sort: { key: 'createdAt', first: 'descending' } },
  updatedAt: { title: 'Updated', width: DAY, sort: { key: 'updatedAt', first: 'descending' } },
  deletedAt: { title: 'Deleted', width: DAY, sort: null },
  feedbackId: { title: 'Feedback', width: NUMBER, sort: null, align: 'end' },
  surveyId: { title: 'Survey', width: NUMBER, sort: null, align: 'end' },
  responseId: { title: 'Response', width: NUMBER, sort: null, align: 'end' },
};
