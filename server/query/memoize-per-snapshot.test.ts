import { describe, expect, it, vi } from 'vitest';
import { makeSnapshot } from '../snapshot/testing/make-snapshot.ts';
import { memoizePerSnapshot } from './memoize-per-snapshot.ts';

describe('what is remembered for a snapshot', () => {
  it('is made once a key, and apart for every snapshot', () => {
    const memoize = memoizePerSnapshot<number>(2);
    const [one, other] = [makeSnapshot([]), makeSnapshot([])];
    const make = vi.fn(() => 1);
    memoize(one, 'a', make);
    memoize(one, 'a', make);
    expect(make).toHaveBeenCalledTimes(1);
    memoize(other, 'a', make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is forgotten beyond its capacity, the longest unused first', () => {
    const memoize = memoizePerSnapshot<string>(2);
    const snapshot = makeSnapshot([]);
    for (const key of ['a', 'b', 'a', 'c']) memoize(snapshot, key, () => `first ${key}`);
    expect(memoize(snapshot, 'a', () => 'again')).toBe('first a');
    expect(memoize(snapshot, 'b', () => 'again')).toBe('again');
  });
});
