import { render } from '@testing-library/react';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MARKS, noteOf } from '../../../contract/meeting/index.ts';
import { parseCsv } from '../../../contract/testing/parse-csv.ts';
import { formatDay } from '../../format/dates.ts';
import { ticket } from '../../test/fake-server.ts';
import { startPresentation } from '../browser-store/presentation.ts';
import type { LocalMeeting } from '../model/local-meeting.ts';
import { presenterActions } from '../presenter/presenter-actions.ts';
import { startSession } from '../session/meeting-session.ts';
import { meetingAbout } from '../testing/a-meeting.ts';
import { testDatabase } from '../testing/test-database.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { minutesOf, OUTCOME_LABELS } from './minutes.ts';
import { ACTIONS } from './minutes-labels.ts';
import { ActionsTable, PartTable } from './minutes-table.tsx';
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
const dues = fc.constantFrom('', '2026-02-06', '2026-02-09', '2027-01-01');
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

/** A row as every format tells it: id, outcome, decision, owner, due. */
type Told = readonly [id: string, outcome: string, decision: string, owner: string, due: string];

function entered(meeting: LocalMeeting): readonly Told[] {
  return meeting.head.items.map(({ id }) => {
    const { mark, decision, owner, due } = noteOf(meeting, id);
    return [String(id), OUTCOME_LABELS[mark ?? 'not reviewed'], decision, owner, due];
  });
}

/** A day as people read it, as it was entered. */
const DAYS = new Map(['2026-02-06', '2026-02-09', '2027-01-01'].map((day) => [formatDay(day, 'UTC'), day]));

const dayOf = (label = '') => DAYS.get(label) ?? '';
const chosen = (decision: string) => (decision === 'no decision' || decision === '–' ? '' : decision);

/** The forms of lines, each with its texts. */
interface LineForms {
  readonly part: RegExp;
  readonly ticket: RegExp;
  readonly action: RegExp;
  readonly decision: RegExp;
  readonly owner: RegExp;
}

/** Reads Markdown, and text, line by line. */
function readLines(lines: readonly string[], forms: LineForms, plain: (text: string) => string) {
  const told: Told[] = [];
  let owner: string | null = null;
  let outcome = '';
  const amend = (change: (row: Told) => Told) => {
    const last = told.pop();
    if (last === undefined) throw new Error('There is no ticket above this line.');
    told.push(change(last));
  };
  const readers: Readonly<Record<keyof LineForms, (...texts: readonly string[]) => void>> = {
    part: (title = '') => {
      owner = null;
      const labels = Object.values(OUTCOME_LABELS);
      outcome = labels.find((label) => label.toLowerCase() === title.toLowerCase()) ?? title;
    },
    ticket: (id = '') => void told.push([id, outcome, '', owner ?? '', '']),
    action: (done = '', what = '', due = '') =>
      amend(([id, , , who]) => [id, done, chosen(plain(what)), who, dayOf(due)]),
    decision: (what = '') => amend(([id, mark, , who, due]) => [id, mark, plain(what), who, due]),
    owner: (name = '') => {
      owner = name === 'No owner' ? '' : plain(name);
    },
  };
  const kinds = Object.keys(readers) as (keyof LineForms)[];
  for (const line of lines) {
    const kind = kinds.find((one) => (one !== 'action' || owner !== null) && forms[one].test(line));
    if (kind !== undefined) readers[kind](...(forms[kind].exec(line) ?? []).slice(1));
  }
  return told;
}

function readMarkdown(text: string): readonly Told[] {
  const forms = {
    part: /^## (.*) \(\d+\)$/,
    ticket: /^- \*\*(\d+)\*\*/,
    action: /^ {2}\*\*((?!Decision)[^:]*):\*\* (.*?)(?: \*\*by ([^*]*)\*\*)?$/,
    decision: /^ {2}\*\*Decision:\*\* (.*)$/,
    owner: /^### (.*)$/,
  };
  return readLines(text.split('\n'), forms, (escaped) =>
    escaped.replace(/`([^`]*)`/g, '$1').replace(/\\(.)/g, '$1'),
  );
}

function readText(text: string): readonly Told[] {
  const forms = {
    part: /^([A-Z ]+) \(\d+\)$/,
    ticket: /^• (\d+)/,
    action: /^ {3}→ ([A-Z][a-z ]*): (.*?)(?: \(by ([^)]*)\))?$/,
    decision: /^ {3}→ (.*)$/,
    owner: /^(?!ACTIONS|Also|Among|Decided)([^•\s].*)$/,
  };
  return readLines(text.split('\n').slice(4), forms, (plain) => plain);
}

function readCsv(text: string): readonly Told[] {
  const [, ...rows] = parseCsv(text);
  return rows.map(([, id = '', outcome = '', decision = '', owner = '', due = '']) => [
    id,
    outcome,
    decision.replace(/^'(?=[=+@-])/, ''),
    owner,
    due,
  ]);
}

function readWorkbook(file: Uint8Array): readonly Told[] {
  const sheet = unzipSync(file)['xl/worksheets/sheet1.xml'];
  const xml = new DOMParser().parseFromString(strFromU8(sheet ?? new Uint8Array()), 'application/xml');
  const [, ...rows] = xml.getElementsByTagName('row');
  return rows.map((row) => {
    const cell = (column: string) =>
      [...row.children].find((one) => one.getAttribute('r')?.startsWith(column))?.textContent ?? '';
    const due = cell('F') === '' ? '' : new Date((Number(cell('F')) - 25_569) * 86_400_000).toISOString();
    return [cell('B'), cell('C'), cell('D'), cell('E'), due.slice(0, 10)];
  });
}

/** Reads the tables that the page shows and prints. */
function readPage(meeting: LocalMeeting): readonly Told[] {
  const { actions, parts } = minutesOf(meeting, true);
  const { unmount } = render(
    <>
      <ActionsTable name={ACTIONS} actions={actions} linkOf={() => null} />
      {parts.map(({ outcome, rows }) => (
        <PartTable key={outcome} name={OUTCOME_LABELS[outcome]} rows={rows} linkOf={() => null} />
      ))}
    </>,
  );
  // By selectors: roles of so many cells are slow to find in a simulated browser.
  const told = [...document.querySelectorAll('table')].flatMap((table) => {
    let owner = '';
    const name = table.getAttribute('aria-label') ?? '';
    return [...table.querySelectorAll('tbody tr')].flatMap((row): Told[] => {
      const head = row.querySelector('[scope="rowgroup"]');
      if (head !== null) {
        owner = head.querySelector('bdi')?.textContent ?? '';
        return [];
      }
      const id = row.querySelector('strong')?.textContent ?? '';
      const [decision = '', outcome = name, due] = [...row.querySelectorAll('td')].map(
        ({ textContent }) => textContent ?? '',
      );
      return [[id, outcome, chosen(decision), owner, dayOf(due)]];
    });
  });
  unmount();
  return told;
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
