import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePoint } from '../../../contract/testing/code-point.ts';
import { LONGEST_LINK, mailLink } from './mail-link.ts';

function link(to: string, parts: { subject?: string; body?: readonly string[] } = {}) {
  return mailLink({ to, subject: 'Ticket 1', body: [], ...parts });
}

test('a mail is begun with its subject and its lines', () => {
  expect(link('ann@example.com', { body: ['Status: New', 'https://desk.example/w/1/tickets/1?a=b&c'] })).toBe(
    'mailto:ann@example.com?subject=Ticket%201&body=' +
      'Status%3A%20New%0D%0Ahttps%3A%2F%2Fdesk.example%2Fw%2F1%2Ftickets%2F1%3Fa%3Db%26c',
  );
});

test.each([
  [
    'o’brien&co?x=1%0d@example.com',
    'mailto:o%E2%80%99brien%26co%3Fx%3D1%250d@example.com?subject=Ticket%201',
  ],
  ['jörg@bücher.example', 'mailto:j%C3%B6rg@b%C3%BCcher.example?subject=Ticket%201'],
  [' ann+desk@example.com ', 'mailto:ann%2Bdesk@example.com?subject=Ticket%201'],
])('%s is written to, whatever it holds', (to, expected) => {
  expect(link(to)).toBe(expected);
});

test.each([
  '',
  'Ann',
  'ann@localhost',
  'ann@example.com?cc=eve@example.org',
  'ann@example.com,eve@example.org',
  'ann@example.com;eve@example.org',
  'ann@example.com\r\nBcc: eve@example.org',
  'ann@example.com%0ABcc:eve@example.org',
  'Ann <ann@example.com>',
  'ann@exa\u202Emple.com',
  'ann\uD800@example.com',
  'mailto:ann@example.com',
  `${'a'.repeat(250)}@example.com`,
])('%j is no address to write to', (to) => {
  expect(link(to)).toBeNull();
});

test('whatever a mail says, its link has one subject, one body and no line break but between the lines', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', '\0', '&body=', '?', '#', '%0d'),
      fc.string({ unit: codePoint, minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  });
  let bodies = 0;
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (subject, body) => {
      const made = link('ann@example.com', { subject, body }) ?? '';
      expect(made.length).toBeLessThan(LONGEST_LINK);
      expect(made).toMatch(/^mailto:ann@example\.com\?subject=[^?&#\s]*(?:&body=[^?&#\s]*)?$/);
      const parts = new URLSearchParams(made.slice(made.indexOf('?')));
      expect(parts.get('subject')).not.toMatch(/[\r\n\0]/);
      const lines = parts.get('body')?.split('\r\n');
      if (lines === undefined) return;
      bodies++;
      expect(lines).toHaveLength(Math.max(1, body.length));
    }),
  );
  expect(bodies).toBeGreaterThan(20);
}, 60_000);

test('a body that would be too long is left out', () => {
  expect(link('ann@example.com', { body: ['x'.repeat(2_000)] })).toBe(
    'mailto:ann@example.com?subject=Ticket%201',
  );
});
