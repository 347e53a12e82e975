import { startTransition, useEffect, useState } from 'react';
import type { TicketList } from '../../../contract/index.ts';
import { useSettings } from '../../settings/settings.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { afterPaint } from '../../workspace/after-paint.ts';

/** The least height of a row, as the style sheets have it, and of what always stands around the rows. In CSS pixels. */
const ROW_HEIGHTS = { comfortable: 44, compact: 32 };
const HEIGHT_AROUND = 240;

/** As many screens of rows the browser lays out before they are scrolled to. */
const SCREENS_LAID_OUT = 3;

/** As many rows beyond them are drawn at once: what a keypress or a click waits for meanwhile. */
const STEP = 80;

/**
 * Number of a list's rows to draw: those in sight at once, the others after them and bit by bit, so
 * that neither eye nor keyboard waits for 200 of them. Paper does not scroll, and gets all of them.
 *
 * @param ready whether the others may come: what else is in sight goes before them, in a frame of its own
 */
export function useDrawnRows(list: TicketList, ready: boolean): number {
  const { density } = useSettings();
  const printing = usePrinting();
  const [before, setBefore] = useState<DrawnRows | null>(null);
  const { length } = list.tickets;
  const inSight = Math.max(1, Math.ceil((window.innerHeight - HEIGHT_AROUND) / ROW_HEIGHTS[density]));
  const stay = before !== null && hasSameRows(before.list, list) ? before.rows : 0;
  const rows = printing ? length : Math.min(length, Math.max(inSight, stay));
  const next = rows + (rows < inSight * SCREENS_LAID_OUT ? inSight : STEP);
  // Few rows are not worth a frame of their own.
  const then = next + inSight > length ? length : next;
  useEffect(() => {
    if (ready) return afterPaint(() => startTransition(() => setBefore({ list, rows: then })));
  }, [list, then, ready]);
  return rows;
}

interface DrawnRows {
  readonly list: TicketList;
  readonly rows: number;
}

/** Whether the reader sees the same tickets in the same places: then none may go, not even for a moment. */
function hasSameRows(one: TicketList, other: TicketList): boolean {
  if (one === other) return true;
  const ids = one.tickets.map(({ id }) => id);
  return ids.length === other.tickets.length && other.tickets.every(({ id }, index) => id === ids[index]);
}
