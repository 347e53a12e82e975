import { startTransition, useEffect, useState } from 'react';
import type { TicketList } from '../../../contract/index.ts';
import { useSettings } from '../../settings/settings.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { afterPaint } from '../../workspace/after-paint.ts';

/** The least height of a row, as the style sheets have it, and of what always stands around the rows. In CSS pixels. */
const ROW_HEIGHTS = { comfortable: 44, compact: 32 };
const HEIGHT_AROUND = 200;

/**
 * The rows of a list: those in sight are drawn at once, the others right after them and bit by bit, so that the eye
 * and the keyboard need not wait for 200 of them. Paper does not scroll, and gets all of them.
 *
 * @returns how many rows are drawn
 */
export function useDrawnRows(list: TicketList): number {
  const { density } = useSettings();
  const printing = usePrinting();
  const [settled, setSettled] = useState<TicketList | null>(null);
  useEffect(() => afterPaint(() => startTransition(() => setSettled(list))), [list]);
  const { length } = list.tickets;
  if (printing || (settled !== null && hasSameRows(settled, list))) return length;
  const inSight = Math.ceil((window.innerHeight - HEIGHT_AROUND) / ROW_HEIGHTS[density]);
  return Math.min(length, Math.max(1, inSight));
}

/** Whether the reader sees the same tickets in the same places: then none may go, not even for a moment. */
function hasSameRows(one: TicketList, other: TicketList): boolean {
  if (one === other) return true;
  const ids = one.tickets.map(({ id }) => id);
  return ids.length === other.tickets.length && other.tickets.every(({ id }, index) => id === ids[index]);
}
