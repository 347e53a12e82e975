import { describe, expect, it, vi } from 'vitest';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { rememberPerSnapshot } from './remember.ts';

describe('what is remembered for a snapshot', () => {
  it('is made once a key, and apart for every snapshot', () => {
    const remember = rememberPerSnapshot<number>(2);
    const [one, other] = [makeSnapshot([]), makeSnapshot([])];
    const make = vi.fn(() => 1);
    remember(one, 'a', make);
    remember(one, 'a', make);
    expect(make).toHaveBeenCalledTimes(1);
    remember(other, 'a', make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is forgotten beyond its capacity, the longest unused first', () => {
    const remember = rememberPerSnapshot<string>(2);
    const snapshot = makeSnapshot([]);
    for (const key of ['a', 'b', 'a', 'c']) remember(snapshot, key, () => `first ${key}`);
    expect(remember(snapshot, 'a', () => 'again')).toBe('first a');
    expect(remember(snapshot, 'b', () => 'again')).toBe('again');
  });
});
