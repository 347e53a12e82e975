import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { ticketLines } from './ticket-lines.ts';

const CONTEXT = { takenAt: '2026-02-06T09:00:00.000Z', zone: 'UTC' };
const address = (id: number) => `https://desk.example/${id}`;

test('each ticket is a line that begins with its number, says what is known and ends with its link', () => {
  const list = [ticket(7, { isOverdue: true }), ticket(8, { assignedUser: null, description: 'one\ntwo' })];
  expect(ticketLines(list, ['id', 'age', 'overdue', 'assignee'], CONTEXT, address)).toBe(
    [
      '#7 · Age 2 d · Overdue · Manager 1 · https://desk.example/7',
      '#8 · Age 2 d · Unassigned · https://desk.example/8',
      '',
    ].join('\n'),
  );
  expect(ticketLines(list.slice(1), ['description'], CONTEXT, address)).toBe(
    '#8 · one two · https://desk.example/8\n',
  );
});

test('a long text is cut, so that a line stays one', () => {
  const [line = ''] = ticketLines(
    [ticket(1, { description: 'word '.repeat(400) })],
    ['description'],
    CONTEXT,
    address,
  ).split('\n');
  expect(line.length).toBeLessThan(260);
  expect(line).toContain('…');
});
