import { beforeEach, expect, test } from 'vitest';
import { isComposing, watchComposition } from './composing.ts';

let input: HTMLInputElement;

beforeEach(() => {
  watchComposition();
  document.body.innerHTML = '<input>';
  input = document.querySelector('input') as HTMLInputElement;
});

/** Whether a key that is pressed now goes into an input method. */
function press(key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...init });
  input.dispatchEvent(event);
  return isComposing(event);
}

const endComposition = () => input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
const letGo = (key: string) => input.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }));

test('a key within a composition goes into it', () => {
  expect(press('Enter', { isComposing: true })).toBe(true);
  expect(press('Enter')).toBe(false);
});

test('Safari says by the key code alone that Enter has taken a word', () => {
  expect(press('Enter', { keyCode: 229 })).toBe(true);
  expect(press('Enter', { keyCode: 13 })).toBe(false);
});

test('an Enter that is told after the composition that it has ended is none, and the next one is', () => {
  endComposition();
  expect(press('Enter', { keyCode: 13 })).toBe(true);
  expect(press('Enter', { keyCode: 13 })).toBe(false);
});

test('where the key was told before the composition ended, the next Enter is one', () => {
  press('Enter', { isComposing: true });
  endComposition();
  letGo('Enter');
  expect(press('Enter')).toBe(false);
});

test('a letter after a composition is a letter', () => {
  endComposition();
  expect(press('j')).toBe(false);
  expect(press('Enter')).toBe(false);
});
