import { expect, test } from 'vitest';
import { usualSeparator } from './use-separator.ts';

test.each([
  ['en', 'comma'],
  ['en-GB', 'comma'],
  ['ja', 'comma'],
  ['de-CH', 'comma'],
  ['de', 'semicolon'],
  ['fr-FR', 'semicolon'],
  ['pt-BR', 'semicolon'],
])('%s: a %s', (language, separator) => {
  expect(usualSeparator(language)).toBe(separator);
});
