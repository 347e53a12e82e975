import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, noteOf } from './apply-change.ts';
import { MARKS, type Mark, type Meeting } from './meeting.ts';
import { isVerdict, nextOpenTicket, progressOf } from './progress.ts';
import { tickets } from './testing/arbitraries.ts';
import { meetingWith } from './testing/meeting-with.ts';

const [sample] = fc.sample(tickets, { numRuns: 1, seed: 1 });

function meetingOf(...marks: readonly (Mark | null)[]): Meeting {
  if (sample === undefined) throw new Error('There is no ticket.');
  const all = marks.map((_, index) => ({ ...sample, id: index + 1 }));
  return marks.reduce(
    (meeting, mark, index) => applyChange(meeting, { type: 'set-mark', ticket: index + 1, mark }),
    meetingWith(all),
  );
}

test.each<[string, readonly (Mark | null)[], number, number | null]>([
  ['the next without a mark', ['discussed', null, null], 1, 2],
  ['not one that has a verdict already', ['discussed', 'skipped', null], 1, 3],
  ['one that was passed over, from the end', ['discussed', null, 'discussed'], 3, 2],
  ['one that was passed over before a parked one', ['parked', null, 'discussed'], 3, 2],
  ['a parked one when nothing else is left', ['discussed', 'parked', 'parked', 'discussed'], 4, 2],
  ['the next parked one after that', ['discussed', 'parked', 'parked', 'discussed'], 2, 3],
  ['none at the end', ['discussed', 'follow-up', 'skipped'], 3, null],
  ['none but itself', ['discussed', 'parked'], 2, null],
])('what comes up is %s', (_, marks, after, next) => {
  expect(nextOpenTicket(meetingOf(...marks), after)).toBe(next);
});

test('a walk that gives each ticket its verdict has them all once, the parked ones last', () => {
  const marks = fc.array(fc.constantFrom<Mark>(...MARKS), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(marks, (given) => {
      let meeting = meetingOf(...given.map(() => null));
      const walked: number[] = [];
      for (let up: number | null = 1; up !== null; up = nextOpenTicket(meeting, up)) {
        walked.push(up);
        const parks = given[up - 1] === 'parked' && noteOf(meeting, up).mark !== 'parked';
        const mark = parks ? 'parked' : 'discussed';
        meeting = applyChange(meeting, { type: 'set-mark', ticket: up, mark });
        if (parks && nextOpenTicket(meeting, up) === null) break;
      }
      const parked = given.flatMap((mark, index) => (mark === 'parked' ? [index + 1] : []));
      const again = parked.length === 1 && parked[0] === given.length ? [] : parked;
      expect(walked.slice(0, given.length)).toEqual(given.map((_, index) => index + 1));
      expect(walked.slice(given.length).toSorted((a, b) => a - b)).toEqual(again);
    }),
  );
});

test('every ticket counts once: done, parked or not reviewed', () => {
  const meeting = meetingOf('discussed', 'parked', null, 'skipped', 'follow-up');
  const decided = applyChange(meeting, { type: 'set-decision', ticket: 1, decision: 'Refund' });
  expect(progressOf(decided)).toEqual({ total: 5, done: 3, parked: 1, notReviewed: 1, undecided: 1 });
  expect(MARKS.filter(isVerdict)).toEqual(['discussed', 'follow-up', 'skipped']);
});
