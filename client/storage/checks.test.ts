import { expect, test } from 'vitest';
import {
  eachOrElse,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  orElse,
  record,
  text,
  validItems,
} from './checks.ts';

const colour = oneOf(['red', 'green']);
const point = object({ x: number, y: nullable(number) });

test.each([
  ['a text', text, 'a', 'a'],
  ['a number for a text', text, 1, undefined],
  ['a text for a number', number, '1', undefined],
  ['a flag', flag, false, false],
  ['nothing for a flag', flag, undefined, undefined],
  ['one of a set', colour, 'green', 'green'],
  ['none of a set', colour, 'blue', undefined],
  ['null where it may be', nullable(text), null, null],
  ['null where it may not be', text, null, undefined],
  ['another value in its place', orElse(text, 'a'), 1, 'a'],
  ['null is not replaced', orElse<string | null>(nullable(text), 'a'), null, null],
  ['a list', list(colour), ['red', 'red'], ['red', 'red']],
  ['a list with one that is not taken', list(colour), ['red', 'blue'], undefined],
  ['no list', list(colour), { length: 0 }, undefined],
  ['the items that are taken', validItems(colour), ['blue', 'red', null], ['red']],
  ['no items', validItems(colour), 'red', undefined],
  ['an object, without what is not known', point, { x: 1, y: null, z: 2 }, { x: 1, y: null }],
  ['an object that lacks a part', point, { x: 1 }, undefined],
  ['a list for an object', point, [1, 2], undefined],
  ['null for an object', point, null, undefined],
  ['names with values', record(number), { a: 1, toString: 2 }, { a: 1, toString: 2 }],
  ['names with another value', record(number), { a: 1, b: '2' }, undefined],
])('%s', (_, check, given, taken) => {
  expect(check(given)).toEqual(taken);
});

test('each part that is not taken costs itself alone', () => {
  const check = eachOrElse<{ x: number; y: string | null }>(
    { x: number, y: nullable(text) },
    { x: 7, y: 'a' },
  );
  expect(check({ x: '1', y: null })).toEqual({ x: 7, y: null });
  expect(check({})).toEqual({ x: 7, y: 'a' });
  expect(check(null)).toBeUndefined();
});
