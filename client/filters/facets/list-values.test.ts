import { expect, test } from 'vitest';
import type { FacetValue } from '../../../contract/index.ts';
import { inOrder, LISTED, listValues, orderByUse, withAbsent } from './list-values.ts';

function values(...counts: number[]): FacetValue[] {
  return counts.map((count, index) => ({ value: `v${index}`, label: `Label ${index}`, count }));
}

function names(list: readonly FacetValue[]): string[] {
  return list.map(({ value }) => value);
}

test('a long facet begins with what is chosen, then has what most tickets have, and ends with what none has', () => {
  expect(orderByUse(values(0, 3, 9, 3), ['v0'])).toEqual(['v0', 'v2', 'v1', 'v3']);
});

test('an order holds while counts change, and what is new comes last', () => {
  const order = orderByUse(values(1, 2), []);
  expect(names(inOrder(values(5, 0, 7), order))).toEqual(['v1', 'v0', 'v2']);
});

test('of very many values the first hundred are listed, with the number of the others', () => {
  const many = values(...Array.from({ length: 5_000 }, () => 1));
  const { listed, more } = listValues(many, '', ['v4999']);
  expect(listed).toHaveLength(LISTED + 1);
  expect(more).toBe(4_899);
  expect(names(listValues(many, 'LABEL 4321', []).listed)).toEqual(['v4321']);
});

test('what is chosen stays listed whatever is searched for, even if no ticket has it', () => {
  const all = withAbsent('assignee', values(1, 1), ['none', 'v1']);
  expect(all.at(-1)).toEqual({ value: 'none', label: 'Unassigned', count: 0 });
  expect(names(listValues(all, 'nowhere', ['none', 'v1']).listed)).toEqual(['v1', 'none']);
});

test('values are found by name and by value however their letters are written', () => {
  const all = [
    { value: 'gross@example.com', label: 'Herr Groß', count: 1 },
    { value: 'S1', label: 'Łódź', count: 1 },
    { value: 'ﾃｽﾄ', label: 'ﾃｽﾄ', count: 1 },
  ];
  const found = (needle: string) => names(listValues(all, needle, []).listed);
  expect(found('GROSS')).toEqual(['gross@example.com']);
  expect(found(' lodz')).toEqual(['S1']);
  expect(found('テスト')).toEqual(['ﾃｽﾄ']);
  expect(found('s1')).toEqual(['S1']);
});
