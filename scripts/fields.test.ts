import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChangedCopy, copyWithChange } from './testing/changed-copy.ts';

const FIELD =
  "madeUp: { kind: 'text', of: 'type', filter: 'choice', facet: true, sort: true, column: true },";

let copy: ChangedCopy;

beforeAll(() => {
  copy = copyWithChange('contract/fields.ts', '\n  id: {', `\n  ${FIELD}\n  id: {`);
});

afterAll(() => copy.remove());

test('for a field more, the compiler asks for nothing but its presentation', () => {
  expect(copy.filesThatAsk('contract')).toEqual([]);
  expect(copy.filesThatAsk('server')).toEqual([]);
  expect(copy.filesThatAsk('client')).toEqual(['client/format/fields.ts']);
});
