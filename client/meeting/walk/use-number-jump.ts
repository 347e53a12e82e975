import { useEffect, useRef, useState } from 'react';
import { isTyping } from '../../commands/use-keys.ts';
import { useSettings } from '../../settings/settings.ts';

/** How long to wait for the next digit before the number is forgotten, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Goes to a ticket by its place: its digits, then Enter.
 *
 * @returns the digits pressed so far, '' for none
 */
export function useNumberJump(jump: (place: number) => void): string {
  const { keys: singleKeys } = useSettings();
  const [digits, setDigits] = useState('');
  const pressed = useRef('');

  useEffect(() => {
    if (!singleKeys) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const become = (text: string) => {
      clearTimeout(timer);
      pressed.current = text;
      setDigits(text);
      if (text !== '') timer = setTimeout(() => become(''), PATIENCE);
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const before = pressed.current;
      if (/^\d$/.test(event.key)) become(`${before}${event.key}`.slice(-4));
      else if (before === '') return;
      else if (event.key === 'Enter') {
        become('');
        jump(Number(before));
      } else return become('');
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
