import { expect, test } from 'vitest';
import { SCREEN_NAMES, SCREENS } from '../address/screens.ts';
import { READY_VIEWS } from './ready-views.ts';

test('every screen and every ready view has a key of its own after g', () => {
  const keys = [
    ...SCREEN_NAMES.map((screen) => SCREENS[screen].keys),
    ...READY_VIEWS.map(({ letter }) => `g ${letter}`),
  ];
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
});
