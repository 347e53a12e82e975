import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKS, noteOf } from '../../../contract/meeting/index.ts';
import { ticket } from '../../test/fake-server.ts';
import { startPresentation } from '../browser-store/presentation.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import { presenterActions } from '../presenter/presenter-actions.ts';
import { startSession } from '../session/meeting-session.ts';
import { meetingAbout } from '../testing/a-meeting.ts';
import {
  DAYS,
  readCsv,
  readMarkdown,
  readPage,
  readText,
  readWorkbook,
  type Told,
} from '../testing/read-minutes.tsx';
import { testDatabase } from '../testing/test-database.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { minutesOf, OUTCOME_LABELS } from './minutes.ts';
import { toPlainText } from './plain-text.ts';
import { toWorkbook } from './workbook.ts';

const TICKETS = 6;
const READING = { zone: 'UTC', linkOf: () => null };

/** Texts with signs that mean something to some format, and words that no other part of the minutes has. */
const words = fc
  .array(fc.constantFrom('foo', 'qux', 'a*b', '_c_', '#d', '<e>', '& f', '"g"', '=1+2', 'ü', '|', '→', ':'), {
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

const owners = fc.constantFrom('', 'Ann Lee', 'Bo', 'O’Hara', '*Cy*', 'Dee & Co');
const dues = fc.constantFrom('', ...DAYS);
const places = fc.integer({ min: 1, max: TICKETS });

type Operation = (actions: ReturnType<typeof presenterActions>) => unknown;

/** All that keys and fields do, on the ticket in view or on any. */
const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.constantFrom(...MARKS).map(
    (mark): Operation =>
      (actions) =>
        actions.mark(mark),
  ),
  fc.tuple(fc.constantFrom(...MARKS), places).map(
    ([mark, id]): Operation =>
      (actions) =>
        actions.mark(mark, id),
  ),
  fc.tuple(places, words).map(
    ([id, decision]): Operation =>
      ({ note }) =>
        note({ type: 'set-decision', ticket: id, decision }),
  ),
  fc.tuple(places, owners).map(
    ([id, owner]): Operation =>
      ({ note }) =>
        note({ type: 'set-owner', ticket: id, owner }),
  ),
  fc.tuple(places, dues).map(
    ([id, due]): Operation =>
      ({ note }) =>
        note({ type: 'set-due', ticket: id, due }),
  ),
  fc.constantFrom<Operation>(
    (actions) => actions.undo(),
    (actions) => actions.finish(),
    (actions) => actions.goToOpen(),
    (actions) => actions.step(1),
    (actions) => actions.step(-1),
  ),
  places.map(
    (place): Operation =>
      (actions) =>
        actions.jump(place),
  ),
);

/** The meeting after operations, made as the presenter's window makes them. */
function meetingAfter(done: readonly Operation[], goesOn: boolean): LocalMeeting {
  const tickets = Array.from({ length: TICKETS }, (_, index) => ticket(index + 1, { description: null }));
  const stored = { meeting: meetingAbout(tickets), term: 0 };
  const database = testDatabase();
  void database.write(stored);
  const presentation = startPresentation({ database, stored, onLeadRequested: () => {} });
  const session = startSession(presentation);
  const actions = presenterActions(session, { goesOn: () => goesOn, onAllDone: () => {} });
  for (const operation of done) operation(actions);
  void presentation.close();
  return session.read();
}

function entered(meeting: LocalMeeting): readonly Told[] {
  return meeting.head.items.map(({ id }) => {
    const { mark, decision, owner, due } = noteOf(meeting, id);
    return [String(id), OUTCOME_LABELS[mark ?? 'not reviewed'], decision, owner, due];
  });
}

const sorted = (told: readonly Told[]) => told.toSorted(([a], [b]) => Number(a) - Number(b));

test('whatever was entered in whatever order stands exactly once in every format of the minutes', () => {
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 40 }), fc.boolean(), (done, goesOn) => {
      const meeting = meetingAfter(done, goesOn);
      const minutes = minutesOf(meeting, true);
      const expected = entered(meeting);
      expect(sorted(readMarkdown(toMarkdown(minutes, READING)))).toEqual(expected);
      expect(sorted(readText(toPlainText(minutes, READING)))).toEqual(expected);
      expect(sorted(readCsv(toCsv(minutes)))).toEqual(expected);
      expect(sorted(readWorkbook(toWorkbook(minutes, READING)))).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('the page, and so its print, has the same rows', () => {
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 30 }), (done) => {
      const meeting = meetingAfter(done, true);
      expect(sorted(readPage(meeting))).toEqual(entered(meeting));
    }),
    { numRuns: 60 },
  );
});
