import { expect, test } from 'vitest';
import { COLUMNS, fieldOf } from '../../../contract/index.ts';
import { parseCsv } from '../../../contract/testing/parse-csv.ts';
import { ticket } from '../../test/fake-server.ts';
import { meetingAbout, withNotes } from '../testing/a-meeting.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import { minutesOf } from './minutes.ts';
import { toPlainText } from './plain-text.ts';

const READING = { zone: 'Europe/Berlin', linkOf: (id: number) => `https://example.com/${id}` };

const meeting = withNotes(
  meetingAbout(
    [
      ticket(1, { priority: 'CRITICAL', isOverdue: true, description: 'The lift\nis stuck' }),
      ticket(2, { description: 'No answer' }),
      ticket(3, { description: '' }),
      ticket(4, { description: 'Again' }),
    ],
    { endedAt: '2026-02-04T12:41:00.000Z' },
  ),
  { ticket: 1, mark: 'discussed', decision: 'Send a crew', owner: 'Ann', due: '2026-02-06' },
  { ticket: 2, mark: 'follow-up' },
  { ticket: 4, mark: 'discussed', decision: 'Close it' },
);

test('plain text has the actions by owner, and every other ticket by its outcome', () => {
  expect(toPlainText(minutesOf(meeting, true), READING)).toBe(
    [
      'Wednesday triage',
      'North · 4 Feb 2026, 13:00 CET to 13:41',
      'Filters: Status: New · Overdue first, then highest priority first, then oldest first · Data of 4 Feb 2026, 12:59 CET, all 1,234 tickets read',
      '4 tickets: 2 discussed, 1 to follow up, 0 skipped, 0 parked, 1 not reviewed',
      '',
      'ACTIONS BY OWNER',
      '',
      'Ann',
      '• 1, Critical, overdue: The lift is stuck',
      '   → Discussed: Send a crew (by 6 Feb 2026)',
      '',
      'No owner',
      '• 2, High: No answer',
      '   → To follow up: no decision',
      '',
      'DISCUSSED (2)',
      '• 4, High: Again',
      '   → Close it',
      'Also among the actions: 1',
      '',
      'NOT REVIEWED (1)',
      '• 3, High',
      '',
      'Decided in a meeting and noted in Loopdesk. Nothing of this was sent to QuestionPro. Customers’ names are hidden.',
    ].join('\n'),
  );
});

test('Markdown links each ticket, under its owner or its outcome', () => {
  const text = toMarkdown(minutesOf(meeting, false), READING);
  expect(text).toContain(
    '## Actions by owner\n\n### Ann\n\n- **[1](https://example.com/1)** Critical, overdue: The lift is stuck\n  **Discussed:** Send a crew **by 6 Feb 2026**',
  );
  expect(text).toContain(
    '## Discussed (2)\n\n- **[4](https://example.com/4)** High: Again\n  **Decision:** Close it\n\nAlso among the actions: 1',
  );
  expect(text).toContain('## Not reviewed (1)\n\n- **[3](https://example.com/3)** High\n\n');
  expect(text).not.toContain('hidden');
});

test('what customers and colleagues write stays text in Markdown', () => {
  const hostile = withNotes(
    meetingAbout(
      [
        ticket(1, {
          description:
            '# x\n<img src=x onerror=alert(1)> [a](javascript:b) ![c](d) | `e` **f** \u202Eevil\u0000',
        }),
      ],
      { title: '- [ ] <b>name</b>' },
    ),
    { ticket: 1, mark: 'discussed', decision: '</li><script>\n# decided', owner: '*Ann*' },
  );
  const text = toMarkdown(minutesOf(hostile, false), READING);
  expect(text).toContain('# \\- \\[ \\] \\<b\\>name\\</b\\>');
  expect(text).toContain(
    '\\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b) \\!\\[c\\](d) \\| \\`e\\` \\*\\*f\\*\\* evil',
  );
  expect(text).toContain('### \\*Ann\\*\n');
  expect(text).toContain('**Discussed:** \\</li\\>\\<script\\> \\# decided');
  expect(text).not.toContain('\u202E');
  expect(text).not.toContain('\u0000');
});

test('a row of the CSV file has all of a ticket under the fields’ own names, quoted, and no cell is a formula', () => {
  const hostile = withNotes(
    meetingAbout([
      ticket(1, { description: 'says "hi",\r\nbye', customerName: '=HYPERLINK("x")', priority: null }),
    ]),
    { ticket: 1, mark: 'skipped', decision: '+1', owner: '@sum', due: '2026-02-06' },
  );
  const [head = [], row = []] = parseCsv(toCsv(minutesOf(hostile, false)));
  const cell = (title: string) => row[head.indexOf(title)];
  expect(head.slice(0, 7)).toEqual(['Place', 'ID', 'Outcome', 'Decision', 'Owner', 'Due', 'Carried over']);
  expect(head.slice(7).sort()).toEqual(
    COLUMNS.filter((column) => column !== 'id' && column !== 'age')
      .map((column) => fieldOf(column).label)
      .sort(),
  );
  expect(row.slice(0, 7)).toEqual(['1', '1', 'Skipped', "'+1", "'@sum", '2026-02-06', '0']);
  expect([cell('Overdue'), cell('Priority'), cell('Status'), cell('Issued')]).toEqual([
    'Not overdue',
    '',
    'New',
    '2026-02-04T08:59:52.000Z',
  ]);
  expect(cell('Customer')).toBe('\'=HYPERLINK("x")');
  expect(cell('Description')).toBe('says "hi",\r\nbye');
});
