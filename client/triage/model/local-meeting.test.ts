import { expect, test } from 'vitest';
import { aMeeting } from '../testing/a-meeting.ts';
import { currentPosition, ticketAtPosition } from './local-meeting.ts';

test('a position before the first is the first, and one past the last the last', () => {
  const meeting = aMeeting(3, {}, { current: 2 });
  expect(currentPosition(meeting)).toBe(2);
  const positions = [-5, 1, 3, 99, Number.POSITIVE_INFINITY];
  expect(positions.map((position) => ticketAtPosition(meeting, position))).toEqual([1, 1, 3, 3, 3]);
});
