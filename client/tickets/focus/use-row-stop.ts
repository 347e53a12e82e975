import { type FocusEvent, useCallback, useState } from 'react';
import { type ListLine, lineOf } from './list-line.ts';

/**
 * The one line of a page, a row, a card or a group's head, that the Tab key leads to: where the focus was last, else the
 * ticket that is open, else the first ticket. The arrow keys lead to the others, so that a page of 200 is no more than one
 * stop.
 *
 * @param lines those of the page, in their order
 * @param open the ticket that is open beside the list; null for none
 */
export function useRowStop(lines: readonly ListLine[], open: number | null) {
  const [last, setLast] = useState<ListLine | null>(null);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const line = lineOf(target);
    if (line !== null) setLast(line);
  }, []);
  const first = lines.find((line) => typeof line === 'number') ?? null;
  const line = [last, open].find((one) => one !== null && lines.includes(one)) ?? first;
  return { line, onFocus };
}
