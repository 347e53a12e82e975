import { expect, test } from 'vitest';
import { faultOfName } from './change-views.ts';
import type { NamedView } from './named-view.ts';

const others: readonly NamedView[] = [{ id: 'own-1', name: 'Große Lampen', search: '', own: true }];

test('a name is taken however its letters are written', () => {
  expect(faultOfName(' grosse LAMPEN ', others)).toBe('There is a view “grosse LAMPEN” already.');
  expect(faultOfName('Kleine Lampen', others)).toBeNull();
  expect(faultOfName('  ', others)).toBe('A view needs a name.');
});
