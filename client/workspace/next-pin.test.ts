import { describe, expect, test } from 'vitest';
import type { SnapshotStatus } from '../../contract/index.ts';
import { ticket } from '../test/fake-server.ts';
import { nextPin, type PinSituation, type PinStep } from './next-pin.ts';

/** The state of a snapshot, as polled while `newest` is the newest one. */
function status(number: number, newest = number, changed = 0, whole = true): SnapshotStatus {
  return {
    number,
    state: 'fresh',
    whole,
    loaded: 1,
    total: 1,
    takenAt: '2026-02-05T09:00:00.000Z',
    nextRefreshAt: null,
    refresh: { price: 1, everySeconds: 60, reason: 'configured', seenWithinSeconds: 60 },
    problem: null,
    calls: { today: 0, perDay: 2000 },
    newest,
    changes: { added: 0, changed, gone: 0 },
  };
}

const list = (number: number, { rows = 1, whole = true } = {}) => ({
  tickets: Array.from({ length: rows }, (_, index) => ticket(index + 1)),
  snapshot: status(number, number, 0, whole),
});

/** A list that is pinned to snapshot 5, which is the newest. */
const QUIET: PinSituation = {
  at: 5,
  arrived: list(5),
  polled: status(5),
  following: false,
  isLost: false,
};

const CASES: readonly (readonly [title: string, change: Partial<PinSituation>, step: PinStep])[] = [
  ['a list of the newest that is on its way stays', { at: null, arrived: null }, { do: 'stay' }],
  ['a list of the newest that has arrived is pinned', { at: null }, { do: 'pin', at: 5 }],
  ['so is one that the poll knows a newer one of', { at: null, polled: status(5, 6) }, { do: 'pin', at: 5 }],
  ['so is one whose snapshot before is lost', { at: null, isLost: true }, { do: 'pin', at: 5 }],
  ['the newest stays', {}, { do: 'stay' }],
  ['the newest stays for who follows', { following: true }, { do: 'stay' }],
  ['what is not polled yet stays', { polled: null, following: true }, { do: 'stay' }],
  ['newer data with changes waits to be asked for', { polled: status(5, 6, 2) }, { do: 'stay' }],
  [
    'newer data with changes is shown to who follows',
    { polled: status(5, 6, 2), following: true },
    { do: 'advance' },
  ],
  ['newer data without changes is moved on to', { polled: status(5, 6) }, { do: 'release' }],
  ['without changes nothing is to be marked', { polled: status(5, 6), following: true }, { do: 'release' }],
  [
    'where no row is, none can move',
    { arrived: list(5, { rows: 0 }), polled: status(5, 6, 2) },
    { do: 'release' },
  ],
  [
    'the first tickets grow',
    { arrived: list(5, { whole: false }), polled: status(5, 6, 2) },
    { do: 'release' },
  ],
  ['what was polled of another snapshot says nothing', { polled: status(4, 6) }, { do: 'stay' }],
  ['a page that is on its way stays', { arrived: null, polled: status(5, 6) }, { do: 'stay' }],
  [
    'a snapshot that is gone is recovered from',
    { arrived: null, polled: null, isLost: true },
    { do: 'recover' },
  ],
  ['so is one that goes under a list on screen', { polled: null, isLost: true }, { do: 'recover' }],
];

test.each(CASES)('%s', (_, change, step) => {
  expect(nextPin({ ...QUIET, ...change })).toEqual(step);
});

/** The situation right after a step: the address is another one, and what was asked for it is on its way. */
function taken(situation: PinSituation, step: PinStep): PinSituation {
  if (step.do === 'stay') return situation;
  // A pinned page is the one that has just arrived; the state of its snapshot is asked for anew.
  if (step.do === 'pin') return { ...situation, at: step.at, polled: null, isLost: false };
  return { ...situation, at: null, arrived: null, polled: null, isLost: false };
}

describe('no step leads to another by itself', () => {
  test.each(CASES)('%s', (_, change) => {
    const situation = { ...QUIET, ...change };
    expect(nextPin(taken(situation, nextPin(situation)))).toEqual({ do: 'stay' });
  });

  test('a list that has moved on is pinned where it arrives, and stays', () => {
    const released = taken(QUIET, { do: 'release' });
    const arrived = { ...released, arrived: list(6), polled: status(6) };
    const pinned = taken(arrived, nextPin(arrived));
    expect(pinned.at).toBe(6);
    expect(nextPin({ ...pinned, polled: status(6) })).toEqual({ do: 'stay' });
  });
});
