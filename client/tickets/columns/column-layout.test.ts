import { expect, test } from 'vitest';
import { parseColumns } from '../../../contract/index.ts';
import { layOut } from './column-layout.ts';

const laidOut = (text: string) => layOut(parseColumns(text) ?? []);

test('texts share what is left, until they are pinned or given a width', () => {
  const usual = laidOut('id*,assignee,description,age.90');
  expect(usual.template).toBe('var(--select-column) 7rem minmax(6rem, 2fr) minmax(10rem, 4fr) 90px');
  expect(usual.filling).toBe(true);
  expect(laidOut('id*,assignee*,description.300').template).toBe('var(--select-column) 7rem 6rem 300px');
  expect(laidOut('id*,description.300').filling).toBe(false);
});

test('a pinned column stays behind the boxes and all pinned ones before it', () => {
  const { offsets, pinned } = laidOut('id*,status.120*,age');
  expect(pinned).toBe('calc(var(--select-column) + 7rem + 120px)');
  expect([...offsets]).toEqual([
    ['id', 'calc(var(--select-column))'],
    ['status', 'calc(var(--select-column) + 7rem)'],
  ]);
});

test('on paper all columns share the sheet, and the description has a line of its own', () => {
  expect(laidOut('id*,assignee,description,age.80').paper).toBe(
    'minmax(0, 7fr) minmax(0, 8fr) minmax(0, 5fr)',
  );
});

test('the table is no narrower than its columns together', () => {
  expect(laidOut('id*,age.90').least).toBe('calc(var(--select-column) + 7rem + 90px)');
});
