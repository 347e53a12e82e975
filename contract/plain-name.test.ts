import { expect, test } from 'vitest';
import { newTokenSchema } from './index.ts';
import { meetingHeadSchema } from './meeting/index.ts';
import { plainName } from './plain-name.ts';

const TURNED = ' \u202Enimda\u202C \u2067x\u2069 ';

test('a name loses what would turn its surroundings, and keeps its own letters and marks', () => {
  expect(plainName(TURNED)).toBe('nimda x');
  for (const name of ['علي\u200F', 'שלום (2)', 'Łódź 👩‍🚒']) expect(plainName(name)).toBe(name);
});

test('a name of which nothing is seen is none', () => {
  for (const name of ['\u200B', ' \u200E\u00A0\u2060', '\u00AD', '\u3164', '\u0085\u{E0041}'])
    expect(plainName(name)).toBe('');
  for (const name of ['?', '-', '1', '👩‍🚒', 'ა', '#\uFE0F\u20E3']) expect(plainName(name)).toBe(name);
  expect(
    newTokenSchema.safeParse({ name: '\u200B', role: 'viewer', expiresAt: '2026-02-10T12:00:00Z' }).success,
  ).toBe(false);
});

test('names of tokens and of meetings, from files too, come without it', () => {
  const token = newTokenSchema.parse({ name: TURNED, role: 'viewer', expiresAt: '2026-02-10T12:00:00Z' });
  expect(token.name).toBe('nimda x');
  const { title, workspaceName } = meetingHeadSchema.shape;
  expect([title.parse(TURNED), workspaceName.parse(TURNED)]).toEqual(['nimda x', 'nimda x']);
});
