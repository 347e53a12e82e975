import { expect, test } from 'vitest';
import type { Command } from '../../commands/command.ts';
import { findHint } from './find-hint.ts';

const command = (id: string, keys: string | null, label: string): Command => ({
  id,
  keys,
  label,
  group: 'Show',
  run: () => {},
});
const COMMANDS = [
  command('filters', 'f', 'Filters'),
  command('screen-people', 'g p', 'People'),
  command('plain', null, 'Plain'),
  command('next', 'j', 'Next ticket'),
  command('select', 'x', 'Select / deselect'),
];

document.body.innerHTML = `
  <button data-command="filters"><span id="icon"></span></button>
  <a id="tab" data-command="screen-people"></a>
  <button id="plain" data-command="plain"></button>
  <button id="other" data-command="elsewhere"></button>
  <table><tr data-listed="7">
    <td data-column="select"><label><input id="box" type="checkbox"></label></td>
    <td id="cell"><button id="tool"></button></td>
  </tr></table>`;

test.each([
  ['icon', 'filters', ['f']],
  ['tab', 'screen-people', ['g', 'p']],
  ['box', 'select', ['x']],
  ['cell', 'next', ['Enter']],
  ['plain', undefined, undefined],
  ['other', undefined, undefined],
  ['tool', undefined, undefined],
])('a click on “%s” would have been saved by %s', (id, found, caps) => {
  const target = document.getElementById(id);
  if (target === null) throw new Error(`There is no element ${id}.`);
  const hint = findHint(target, COMMANDS);
  expect(hint?.command).toBe(found);
  expect(hint?.caps).toEqual(caps);
});

test('a screen without the keys tells none of them', () => {
  expect(findHint(document.getElementById('cell') as Element, [])).toBeNull();
});
