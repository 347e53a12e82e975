import { expect, test } from 'vitest';
import { findEntries, indexEntries } from './find-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

function entry(label: string, group = 'Go to'): PaletteEntry {
  return { id: label, group, label, run: () => {} };
}

function labels(entries: readonly PaletteEntry[], text: string): string[] {
  return findEntries(
    indexEntries(entries, ({ label }) => label),
    text,
  ).groups.flatMap((group) => group.entries.map(({ label }) => label));
}

test('every typed word must occur, in any order, whatever its case and accents', () => {
  const entries = [entry('Assignee: David Müller'), entry('Assignee: Anna'), entry('Status: New')];
  expect(labels(entries, 'MULLER assi')).toEqual(['Assignee: David Müller']);
  expect(labels([entry('Segment: Łódź'), entry('Type: ﾃｽﾄ'), entry('Type: Groß')], 'lodz')).toEqual([
    'Segment: Łódź',
  ]);
  expect(labels([entry('Type: ﾃｽﾄ'), entry('Type: Groß')], 'テスト')).toEqual(['Type: ﾃｽﾄ']);
  expect(labels([entry('Type: ﾃｽﾄ'), entry('Type: Groß')], 'GROSS')).toEqual(['Type: Groß']);
  expect(labels(entries, 'anna new')).toEqual([]);
});

test('what begins with the words comes first, then what has a word that does, then the rest', () => {
  const entries = [entry('Status: Renew'), entry('Status: New'), entry('New today')];
  expect(labels(entries, 'new')).toEqual(['New today', 'Status: New', 'Status: Renew']);
});

test('a word counts as a beginning wherever in the label it begins one', () => {
  const entries = [entry('Renewed: New York'), entry('Renewed again')];
  expect(labels(entries, 'new')).toEqual(['Renewed: New York', 'Renewed again']);
});

test('without words everything is there, in its order and under its heading', () => {
  const entries = [entry('a', 'First'), entry('b', 'Second'), entry('c', 'First')];
  expect(
    findEntries(
      indexEntries(entries, ({ label }) => label),
      ' ',
    ).groups.map(({ name, entries: all }) => [name, all.length]),
  ).toEqual([
    ['First', 2],
    ['Second', 1],
  ]);
});

test('how many more there are than are shown is told', () => {
  const entries = Array.from({ length: 100 }, (_, index) => entry(`ticket type ${index}`));
  const found = findEntries(
    indexEntries(entries, ({ label }) => label),
    'type',
  );
  const shown = found.groups.flatMap((group) => group.entries).length;
  expect(shown).toBeLessThan(100);
  expect(found.more).toBe(100 - shown);
});

test('hostile words are words', () => {
  expect(labels([entry('a.*b'), entry('<b>')], '.*')).toEqual(['a.*b']);
  expect(labels([entry('<b>')], '<b>')).toEqual(['<b>']);
});
