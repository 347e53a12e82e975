import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../query.ts';
import { mondayQuestions, mondayTrends } from './questions.ts';

test('the filters in force hold of every list, and rule out what they leave nothing of', () => {
  const filters: TicketQuery = {
    ...DEFAULT_QUERY,
    page: 7,
    overdue: false,
    priority: ['LOW', 'HIGH'],
    segment: ['a'],
    status: ['RESOLVED'],
  };
  const { open, overdue, attention } = mondayQuestions(filters);
  expect(open).toMatchObject({
    page: 1,
    overdue: null,
    priority: ['LOW', 'HIGH'],
    segment: ['a'],
    status: [],
  });
  expect(open.not.status).toEqual(['RESOLVED']);
  expect(overdue.overdue).toBe(true);
  expect([...attention.keys()]).toEqual(['urgent-unassigned', 'new-for-a-week', 'open-for-90-days']);
  expect(attention.get('urgent-unassigned')).toMatchObject({ priority: ['HIGH'], assignee: ['none'] });
});

test('no deleted ticket is open, as in the trends that the numbers are compared with', () => {
  const { open, overdue } = mondayQuestions({ ...DEFAULT_QUERY, deleted: 'include' });
  expect([open.deleted, overdue.deleted]).toEqual(['exclude', 'exclude']);
});

test('trends go back thirteen weeks of the zone’s own calendar', () => {
  expect(mondayTrends(Date.parse('2026-11-22T20:00:00Z'), 'Asia/Tokyo', 'assignee')).toEqual({
    span: 'week',
    from: '2026-08-31',
    to: '2026-11-23',
    zone: 'Asia/Tokyo',
    by: 'assignee',
  });
});
