import { expect, test } from 'vitest';
import { parseColumns } from '../../../contract/index.ts';
import { layOut } from './column-layout.ts';

const laidOut = (text: string) => layOut(parseColumns(text) ?? []);

test('the description takes what is left, until it is given a width', () => {
  const usual = laidOut('id*,description,age.90');
  expect(usual.template).toBe('var(--select-column) 7.75rem minmax(0, 1fr) 90px');
  expect(usual.filling).toBe(true);
  expect(laidOut('id*,description.300').template).toBe('var(--select-column) 7.75rem 300px');
  expect(laidOut('id*,description.300').filling).toBe(false);
});

test('a pinned column stays behind the boxes and all pinned ones before it', () => {
  const { offsets, pinned } = laidOut('id*,status.120*,age');
  expect(pinned).toBe('calc(var(--select-column) + 7.75rem + 120px)');
  expect([...offsets]).toEqual([
    ['id', 'calc(var(--select-column))'],
    ['status', 'calc(var(--select-column) + 7.75rem)'],
  ]);
});

test('the table is no narrower than its columns together', () => {
  expect(laidOut('id*,age.90').least).toBe('calc(var(--select-column) + 7.75rem + 90px)');
});
