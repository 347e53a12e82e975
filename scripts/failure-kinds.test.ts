import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChangedCopy, copyWithChange } from './testing/changed-copy.ts';

let copy: ChangedCopy;

beforeAll(() => {
  copy = copyWithChange(
    'contract/schemas/snapshot.ts',
    "\n  'unreadable',\n",
    "\n  'unreadable',\n  'made-up',\n",
  );
});

afterAll(() => copy.remove());

test('for a kind of failure more, the compiler asks for its policy and for its words, and nothing else', () => {
  expect(copy.filesThatAsk('contract')).toEqual([]);
  expect(copy.filesThatAsk('server')).toEqual(['server/upstream/failure-kinds.ts']);
  expect(copy.filesThatAsk('client')).toEqual(['client/snapshot/problem-messages.ts']);
});
