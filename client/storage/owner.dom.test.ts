import { afterEach, expect, test } from 'vitest';
import { text } from './checks.ts';
import { setStorageOwner } from './owner.ts';
import { createPersistedValue } from './persisted-value.ts';

afterEach(() => {
  setStorageOwner(null);
  localStorage.clear();
});

test('each person has a value of their own, and where nobody signs in it is where it has always been', async () => {
  const colour = createPersistedValue('colour', text, 'grey');
  await colour.update(() => 'red');
  expect(localStorage.getItem('loopdesk.colour')).toBe('"red"');
  setStorageOwner('anna@example.com');
  expect(colour.read()).toBe('grey');
  await colour.update(() => 'blue');
  expect(localStorage.getItem('loopdesk.colour@anna%40example.com')).toBe('"blue"');
  setStorageOwner('bert');
  expect(colour.read()).toBe('grey');
  setStorageOwner('anna@example.com');
  expect(colour.read()).toBe('blue');
  setStorageOwner(null);
  expect(colour.read()).toBe('red');
});

test('listeners hear of another person’s value', () => {
  const colour = createPersistedValue('colour', text, 'grey');
  localStorage.setItem('loopdesk.colour@bert', '"green"');
  const heard: string[] = [];
  colour.subscribe(() => heard.push(colour.read()));
  setStorageOwner('bert');
  expect(heard).toEqual(['green']);
});
