import { expect, test } from 'vitest';
import type { SavedView } from './saved-view.ts';
import { nameError } from './view-name.ts';

const others: readonly SavedView[] = [{ id: 'own-1', name: 'Große Lampen', search: '', own: true }];

test('a name is taken however its letters are written', () => {
  expect(nameError(' grosse LAMPEN ', others)).toBe('There is a view “grosse LAMPEN” already.');
  expect(nameError('Kleine Lampen', others)).toBeNull();
  expect(nameError('  ', others)).toBe('A view needs a name.');
});

test('what would turn the text around it is no part of a name', () => {
  expect(nameError('\u202E', others)).toBe('A view needs a name.');
  expect(nameError('\u202EGroße Lampen', others)).toBe('There is a view “Große Lampen” already.');
});
