import { expect, test } from 'vitest';
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
    ],
    { endedAt: '2026-02-04T12:41:00.000Z' },
  ),
  { ticket: 1, mark: 'discussed', decision: 'Send a crew', owner: 'Ann', due: '2026-02-06' },
  { ticket: 2, mark: 'follow-up' },
);

test('plain text has the sums, each decision with who and by when, and what is left', () => {
  expect(toPlainText(minutesOf(meeting, true), READING)).toBe(
    [
      'Wednesday triage',
      'North · 4 Feb 2026, 13:00 CET to 13:41 · tickets as of 4 Feb 2026, 12:59 CET',
      '3 tickets: 1 discussed, 1 to follow up, 0 skipped, 1 not reviewed',
      '',
      'Decisions',
      '• 1, Critical, overdue: The lift is stuck',
      '   → Send a crew (Ann, by 6 Feb 2026)',
      '',
      'To follow up',
      '• 2, High: No answer',
      '',
      'Not reviewed',
      '• 3, High',
      '',
      'Decided in a meeting and noted in Loopdesk. Nothing of this was sent to QuestionPro. Customers’ names are hidden.',
    ].join('\n'),
  );
});

test('Markdown links each ticket and has the sums as tables', () => {
  const text = toMarkdown(minutesOf(meeting, false), READING);
  expect(text).toContain(
    '- **[1](https://example.com/1)** Critical, overdue: The lift is stuck\n  **Decision:** Send a crew (Ann, by 6 Feb 2026)',
  );
  expect(text).toContain('| Critical | 1 | 0 | 0 | 0 | 1 |');
  expect(text).not.toContain('hidden');
});

test('what customers and colleagues write stays text in Markdown', () => {
  const hostile = withNotes(
    meetingAbout(
      [
        ticket(1, {
          description:
            '# x\n<img src=x onerror=alert(1)> [a](javascript:b) ![c](d) | `e` **f** \u202Eevil\u0000',
          currentSegment: { id: 1, code: 'N', name: '| a | b\n---' },
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
  expect(text).toContain('**Decision:** \\</li\\>\\<script\\> \\# decided (\\*Ann\\*)');
  expect(text).toContain('| \\| a \\| b --- | 1 |');
  expect(text).not.toContain('\u202E');
  expect(text).not.toContain('\u0000');
});

test('a row of the CSV file has all of a ticket, quoted, and no cell is a formula', () => {
  const hostile = withNotes(
    meetingAbout([
      ticket(1, { description: 'says "hi",\r\nbye', customerName: '=HYPERLINK("x")', priority: null }),
    ]),
    { ticket: 1, mark: 'skipped', decision: '+1', owner: '@sum', due: '2026-02-06' },
  );
  const [head, row] = toCsv(minutesOf(hostile, false)).split(/\r\n(?=\d|$)/);
  expect(head?.split(',')).toHaveLength(16);
  expect(row).toBe(
    `1,1,"Skipped","'+1","'@sum","2026-02-06",0,"false","","NEW","2026-02-04T08:59:52.000Z","'=HYPERLINK(""x"")","Manager 1","Current Segment","Main Segment","says ""hi"",\r\nbye"`,
  );
});
