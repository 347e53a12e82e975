import { useEffect, useRef, useState } from 'react';
import { isEditableTarget } from '../../commands/is-editable-target.ts';
import { isBehindDialog } from '../../commands/use-keys.ts';
import { useSettings } from '../../settings/settings.ts';

/** The wait for the next digit before the number is dropped, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Goes to a ticket by its place: its digits, then Enter.
 *
 * @param jump whether there was such a place to go to; else the digits stay for a while, for the reader to see what is wrong
 * @returns the digits pressed so far, '' for none
 */
export function useNumberJump(jump: (place: number) => boolean): string {
  const { keys: singleKeys } = useSettings();
  const [digits, setDigits] = useState('');
  const pressed = useRef('');

  useEffect(() => {
    if (!singleKeys) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const become = (text: string, shown = text) => {
      clearTimeout(timer);
      pressed.current = text;
      setDigits(shown);
      if (shown !== '') timer = setTimeout(() => become(''), PATIENCE);
    };
    const take = (key: string, before: string): boolean => {
      if (isDigit(key)) become(`${before}${key}`.slice(-4));
      else become('', key !== 'Enter' || jump(Number(before)) ? '' : before);
      return isDigit(key) || key === 'Enter';
    };
    const listen = (event: KeyboardEvent) => {
      const before = pressed.current;
      if (!isMeant(event) || (before === '' && !isDigit(event.key))) return;
      // Another key ends the number, and means what it means.
      if (!take(event.key, before)) return;
      // Before a button that has the focus takes Enter for a press.
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => {
      become('');
      document.removeEventListener('keydown', listen, { capture: true });
    };
  }, [singleKeys, jump]);

  return digits;
}

function isDigit(key: string): boolean {
  return /^\d$/.test(key);
}

/** Whether the key belongs to a number. Where a digit is free to be pressed, so is the Enter that ends it, also on a button. */
function isMeant({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isEditableTarget(target, '0') && !isBehindDialog();
}
