import { expect, test } from 'vitest';
import { markdownOf, tabbedOf } from './text-table.ts';

const TABLE = {
  title: 'Open tickets by assignee',
  head: ['Assignee', 'Open'],
  rows: [
    ['A | B\n*c*', 12],
    ['=1+1', 0],
  ],
};

test('a table as Markdown shows foreign text as text, with numbers at their column’s end', () => {
  expect(markdownOf(TABLE)).toBe(
    '| Assignee | Open |\n| --- | --: |\n| A \\| B \\*c\\* | 12 |\n| =1+1 | 0 |\n'.replace(
      '| =1+1',
      '| \\=1+1',
    ),
  );
});

test('a table with tabs has a line for each row and no formula', () => {
  expect(tabbedOf(TABLE)).toBe("Assignee\tOpen\nA | B *c*\t12\n'=1+1\t0\n");
});
