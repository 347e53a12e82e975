import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMNS } from '../../../contract/index.ts';
import { codePoint } from '../../../contract/testing/code-point.ts';
import { fieldTitle } from '../../format/fields.ts';
import { ticket } from '../../test/fake-server.ts';
import { tabbedTable } from './tabbed-table.ts';

const CONTEXT = { takenAt: '2026-02-06T09:00:00.000Z', zone: 'UTC' };

test('tickets are rows of the shown columns in the shown order, with what the table shows', () => {
  const list = [ticket(7, { isOverdue: true }), ticket(8, { assignedUser: null })];
  expect(tabbedTable(list, ['id', 'age', 'overdue', 'assignee'], CONTEXT)).toBe(
    ['ID\tAge\tOverdue\tAssignee', '7\t2 d\tOverdue\tManager 1', '8\t2 d\t\tUnassigned', ''].join('\n'),
  );
});

test('every column of the table can be copied', () => {
  const [head, row] = tabbedTable([ticket(1)], COLUMNS, CONTEXT).split('\n');
  expect(head?.split('\t')).toEqual(COLUMNS.map(fieldTitle));
  expect(row?.split('\t')).toHaveLength(COLUMNS.length);
});

test('a formula is a text in its cell', () => {
  const table = tabbedTable([ticket(1, { description: '\t\n=1+1\0\uD800' })], ['description'], CONTEXT);
  expect(table).toBe("Description\n'=1+1\n");
});

test('a quote at the start of a cell takes in nothing of the next', () => {
  const list = [ticket(1, { description: '"open', customerName: 'an "inner" one' })];
  const [, row] = tabbedTable(list, ['description', 'customer'], CONTEXT).split('\n');
  expect(row).toBe('"""open"\tan "inner" one');
});

test('whatever a text is, its row has one line and as many cells as there are columns', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\t', '\n', '\r', '\r\n', '\u2028', '\v', '\0', '=', '"', ' '),
      fc.string({ unit: codePoint, minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const list = [ticket(1, { description: one, customerName: other })];
      const lines = tabbedTable(list, ['description', 'customer'], CONTEXT).split(/[\r\n\v\u2028\u2029]/);
      expect(lines).toHaveLength(3);
      const cells = lines[1]?.split('\t') ?? [];
      expect(cells).toHaveLength(2);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@]|\0|\p{Cs}/u);
    }),
  );
});
