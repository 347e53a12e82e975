import { expect, test } from 'vitest';
import { createSeal } from './seal.ts';

const seal = createSeal('a secret', 'tests');

test('what is sealed opens again, and looks different each time', () => {
  const [first, second] = [seal.seal('Ánna 👩', 'here'), seal.seal('Ánna 👩', 'here')];
  expect(first).not.toBe(second);
  for (const sealed of [first, second]) expect(seal.open(sealed, 'here')).toBe('Ánna 👩');
});

test('it opens for nothing else, under no other secret and for no other purpose', () => {
  const sealed = seal.seal('text', 'here');
  expect(seal.open(sealed, 'there')).toBeNull();
  expect(createSeal('another secret', 'tests').open(sealed, 'here')).toBeNull();
  expect(createSeal('a secret', 'else').open(sealed, 'here')).toBeNull();
});

test('what somebody has changed does not open', () => {
  const bytes = Buffer.from(seal.seal('text', 'here'), 'base64url');
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(seal.open(changed.toString('base64url'), 'here')).toBeNull();
  }
  for (const text of ['', 'x', '%%%', bytes.subarray(0, -1).toString('base64url')]) {
    expect(seal.open(text, 'here')).toBeNull();
  }
});
