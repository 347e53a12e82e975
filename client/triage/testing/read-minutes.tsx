import { render } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { parseCsv } from '../../../contract/testing/parse-csv.ts';
import { formatDay } from '../../format/dates.ts';
import { minutesOf, OUTCOME_LABELS } from '../minutes/minutes.ts';
import { ACTIONS } from '../minutes/minutes-labels.ts';
import { ActionsTable, PartTable } from '../minutes/minutes-table.tsx';
import type { LocalMeeting } from '../model/local-meeting.ts';

/** A row as every format tells it: id, outcome, decision, owner, due. */
export type Told = readonly [id: string, outcome: string, decision: string, owner: string, due: string];

/** Days that are read as due, whichever way a format writes them. */
export const DAYS = ['2026-02-06', '2026-02-09', '2027-01-01'];

/** A day as people read it, as it was entered. */
const DAY_OF = new Map(DAYS.map((day) => [formatDay(day, 'UTC'), day]));

const dayOf = (label = '') => DAY_OF.get(label) ?? '';
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

/** The entries that minutes as Markdown tell. */
export function readMarkdown(text: string): readonly Told[] {
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

/** The entries that minutes as plain text tell. */
export function readText(text: string): readonly Told[] {
  const forms = {
    part: /^([A-Z ]+) \(\d+\)$/,
    ticket: /^• (\d+)/,
    action: /^ {3}→ ([A-Z][a-z ]*): (.*?)(?: \(by ([^)]*)\))?$/,
    decision: /^ {3}→ (.*)$/,
    owner: /^(?!ACTIONS|Also|Among|Decided)([^•\s].*)$/,
  };
  return readLines(text.split('\n').slice(4), forms, (plain) => plain);
}

/** The entries that minutes as CSV tell. */
export function readCsv(text: string): readonly Told[] {
  const [, ...rows] = parseCsv(text);
  return rows.map(([, id = '', outcome = '', decision = '', owner = '', due = '']) => [
    id,
    outcome,
    decision.replace(/^'(?=[=+@-])/, ''),
    owner,
    due,
  ]);
}

/** The entries that minutes as a workbook tell. */
export function readWorkbook(file: Uint8Array): readonly Told[] {
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
export function readPage(meeting: LocalMeeting): readonly Told[] {
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
