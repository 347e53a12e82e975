import { expect, test } from 'vitest';
import { readRecipients } from './read-recipients.ts';

test('addresses are read as mail programs copy them, each once', () => {
  expect(readRecipients(' <ann@example.com>; bo@example.com,\nann@example.com\n')).toEqual({
    ok: true,
    recipients: ['ann@example.com', 'bo@example.com'],
  });
  expect(readRecipients('')).toEqual({ ok: true, recipients: [] });
});

test('what is no address is named, and too many are counted', () => {
  expect(readRecipients('ann@example.com, bo')).toEqual({
    ok: false,
    error: '“bo” is not an e-mail address.',
  });
  const many = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`).join(' ');
  expect(readRecipients(many)).toMatchObject({ ok: false, error: expect.stringContaining('at most 50') });
});
