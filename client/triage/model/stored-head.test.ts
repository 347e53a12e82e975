import { expect, test } from 'vitest';
import { fromStoredHead, storedHeadSchema, toStoredHead } from './stored-head.ts';

/** A head as the first versions have stored and exported it. */
const STORED = {
  id: '0123456789abcdef',
  workspace: '1',
  workspaceName: 'North',
  name: 'Wednesday triage',
  startedAt: '2026-02-04T12:00:00.000Z',
  endedAt: null,
  search: 'status=NEW',
  frozen: { snapshot: 7, takenAt: '2026-02-04T11:59:00.000Z', whole: true, matching: 2 },
  entries: [
    { id: 11, carried: 2, added: false },
    { id: 12, carried: 0, added: true },
  ],
  current: 12,
  currentSince: '2026-02-04T12:03:00.000Z',
  masked: false,
  clock: true,
  namesGone: false,
  term: 3,
  follows: { id: 'fedcba9876543210', name: 'Tuesday triage' },
};

test('a meeting that an earlier version has stored is read, what is shared apart from the view', () => {
  const { head, view } = fromStoredHead(storedHeadSchema.parse(STORED));
  expect(view).toEqual({
    current: 12,
    currentSince: '2026-02-04T12:03:00.000Z',
    masked: false,
    timer: true,
  });
  expect(head).toEqual({
    id: '0123456789abcdef',
    workspace: '1',
    workspaceName: 'North',
    title: 'Wednesday triage',
    startedAt: '2026-02-04T12:00:00.000Z',
    endedAt: null,
    search: 'status=NEW',
    snapshot: {
      number: 7,
      takenAt: '2026-02-04T11:59:00.000Z',
      whole: true,
      loaded: null,
      total: null,
      matching: 2,
    },
    items: [
      { id: 11, carriedOver: 2, added: false },
      { id: 12, carriedOver: 0, added: true },
    ],
    namesRemoved: false,
    follows: { id: 'fedcba9876543210', title: 'Tuesday triage' },
  });
});

test('a meeting is stored so that an earlier version can read it', () => {
  expect(toStoredHead(fromStoredHead(storedHeadSchema.parse(STORED)), 3)).toEqual({
    ...STORED,
    frozen: { ...STORED.frozen, loaded: null, total: null },
  });
});

test('what the first version has stored without a term is of term 0', () => {
  const { term, ...first } = STORED;
  expect(storedHeadSchema.parse(first).term).toBe(0);
});
