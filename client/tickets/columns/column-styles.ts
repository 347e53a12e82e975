import type { Column } from '../../../contract/index.ts';
import type { ColumnSort } from '../sort/sorting.ts';

/** Width, sort and alignment of a column in the table. */
export interface ColumnStyle {
  /** The usual width as a CSS length, or a custom property of the table for what grows with the screen. */
  readonly width: string;
  /** Sort key of a click on its header; null where the server knows no such order. */
  readonly sort: ColumnSort | null;
  readonly align?: 'end';
}

const TEXT = 'var(--text-column)';
const DAY = '6.5rem';
const NUMBER = '6.5rem';

export const COLUMN_STYLES: Readonly<Record<Column, ColumnStyle>> = {
  id: { width: '7.75rem', sort: { key: 'id', first: 'descending' } },
  overdue: { width: '6.25rem', sort: { key: 'overdue', first: 'descending' } },
  priority: { width: '5.75rem', sort: { key: 'priority', first: 'descending' } },
  status: { width: '6.25rem', sort: { key: 'status', first: 'ascending' } },
  age: {
    width: '4.5rem',
    sort: { key: 'issueDate', first: 'ascending', inverted: true },
    align: 'end',
  },
  description: { width: 'var(--words-column)', sort: null },
  customer: { width: TEXT, sort: { key: 'customer', first: 'ascending' } },
  customerEmail: { width: TEXT, sort: null },
  assignee: { width: TEXT, sort: { key: 'assignee', first: 'ascending' } },
  assigneeEmail: { width: TEXT, sort: null },
  segment: { width: TEXT, sort: { key: 'segment', first: 'ascending' } },
  originSegment: { width: TEXT, sort: { key: 'originSegment', first: 'ascending' } },
  type: { width: TEXT, sort: { key: 'type', first: 'ascending' } },
  issueDate: { width: DAY, sort: { key: 'issueDate', first: 'descending' } },
  createdAt: { width: DAY, sort: { key: 'createdAt', first: 'descending' } },
  updatedAt: { width: DAY, sort: { key: 'updatedAt', first: 'descending' } },
  deletedAt: { width: DAY, sort: null },
  feedbackId: { width: NUMBER, sort: null, align: 'end' },
  surveyId: { width: NUMBER, sort: null, align: 'end' },
  responseId: { width: NUMBER, sort: null, align: 'end' },
};
