import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { TicketList } from '../../../contract/index.ts';
import { useZone } from '../../settings/settings.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import { useLastVisit } from '../../workspace/workspace-context.ts';
import { useSelection } from '../selection/use-selection.ts';
import { markSource } from './row-mark.ts';

/**
 * Props that all rows or cards of a page share. Each stays the same object until it changes.
 *
 * @param address address of the list
 */
export function useListRows(list: TicketList, address: string) {
  const lastVisit = useLastVisit();
  const { change } = useSelection();
  const zone = useZone();
  const whole = usePrinting();
  const { takenAt } = list.snapshot;
  const ids = useMemo(() => list.tickets.map(({ id }) => id), [list.tickets]);
  const page = useRef(ids);
  useLayoutEffect(() => {
    page.current = ids;
  }, [ids]);

  const [path = '', search] = address.split('?');
  return {
    ids,
    context: useMemo(() => ({ takenAt, zone, whole }), [takenAt, zone, whole]),
    marks: useMemo(() => markSource(list.marks, lastVisit.since), [list.marks, lastVisit.since]),
    /** Selects all from the ticket that was selected last to this one. */
    onRange: useCallback((id: number) => change({ do: 'range', id, page: page.current }), [change]),
    /** The address of a ticket over this list. */
    href: (id: number) => `${path}/${id}${search === undefined ? '' : `?${search}`}`,
  };
}
