import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticket } from '../../test/fake-server.ts';
import { markdownTable } from './markdown-table.ts';

const CONTEXT = { takenAt: '2026-02-06T09:00:00.000Z', zone: 'UTC' };
const address = (id: number) => `https://desk.example/w/1/tickets/${id}`;

test('tickets are a table of the shown columns in the shown order, each number a link', () => {
  const table = markdownTable(
    [ticket(7, { isOverdue: true }), ticket(8, { assignedUser: null })],
    ['id', 'age', 'overdue', 'assignee'],
    CONTEXT,
    address,
  );
  expect(table).toBe(
    [
      '| ID | Age | Overdue | Assignee |',
      '| --- | --: | --- | --- |',
      '| [7](https://desk.example/w/1/tickets/7) | 2 d | Overdue | Manager 1 |',
      '| [8](https://desk.example/w/1/tickets/8) | 2 d |  | Unassigned |',
      '',
    ].join('\n'),
  );
});

test('a hostile text stays a text in its cell', () => {
  const text = 'a | b\r\n# <img src=x onerror=alert(1)> [click](javascript:alert(1)) `x` **y** \u202Eevil';
  const [, , row] = markdownTable(
    [ticket(1, { description: text })],
    ['description'],
    CONTEXT,
    address,
  ).split('\n');
  expect(row).toBe(
    '| a \\| b \\# \\<img src=x onerror=alert(1)\\> \\[click\\](javascript:alert(1)) \\`x\\` \\*\\*y\\*\\* evil |',
  );
});

test('whatever a text is, its row has one line and as many cells as there are columns', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('|', '\\', '\n', '\r', '\r\n', '\u2028', '\t', '`'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const table = markdownTable(
        [ticket(1, { description: one, customerName: other })],
        ['description', 'customer'],
        CONTEXT,
        address,
      );
      const lines = table.split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[2]?.replaceAll(/\\[!-/:-@[-`{-~]|`[^`]+`/g, '').match(/\|/g)).toHaveLength(3);
    }),
  );
});
