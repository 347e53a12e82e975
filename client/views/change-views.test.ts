import { expect, test } from 'vitest';
import { nameError } from './change-views.ts';
import type { SavedView } from './saved-view.ts';

const others: readonly SavedView[] = [{ id: 'own-1', name: 'Große Lampen', search: '', own: true }];

test('a name is taken however its letters are written', () => {
  expect(nameError(' grosse LAMPEN ', others)).toBe('There is a view “grosse LAMPEN” already.');
  expect(nameError('Kleine Lampen', others)).toBeNull();
  expect(nameError('  ', others)).toBe('A view needs a name.');
});
