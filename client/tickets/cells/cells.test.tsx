import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { COLUMNS, type Column, type Ticket } from '../../../contract/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { shownText } from '../export/shown-text.ts';
import { CELLS } from './cells.tsx';

const CONTEXT = { takenAt: '2026-02-06T09:00:00.000Z', zone: 'Asia/Tokyo' };

const FULL = ticket(7, {
  isOverdue: true,
  priority: 'CRITICAL',
  status: 'unheard of',
  deletedAt: null,
  feedbackId: 0,
  surveyId: 35,
  responseId: 9,
});

const BARE = ticket(8, {
  isOverdue: false,
  priority: null,
  status: null,
  type: null,
  description: null,
  issueDate: null,
  createdAt: null,
  updatedAt: null,
  feedbackId: null,
  surveyId: null,
  responseId: null,
  customerName: null,
  customerEmail: null,
  originSegment: null,
  currentSegment: null,
  assignedUser: null,
});

const onScreen = (from: Ticket, column: Column) =>
  render(<p>{CELLS[column](from, CONTEXT)}</p>).container.textContent;

test.each(COLUMNS)('a copy of %s says what its cell says', (column) => {
  expect(onScreen(FULL, column)).toBe(shownText(FULL, column, CONTEXT) || '–');
});

test('where nothing is known, a cell has a dash or the word for nobody', () => {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, onScreen(BARE, column)]));
  const { id, overdue, description, customer, assignee, segment, originSegment, ...others } = cells;
  expect([id, overdue, description, customer, assignee, segment, originSegment]).toEqual([
    '8',
    '',
    'No description',
    'Anonymous',
    'Unassigned',
    'No segment',
    'No segment',
  ]);
  expect(new Set(Object.values(others))).toEqual(new Set(['–']));
});
