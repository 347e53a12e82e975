import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { OPEN_TICKET } from '../../commands/use-keys.ts';
import { formatCount } from '../../format/numbers.ts';
import { PrintedTitle } from '../../frame/printed-heading.tsx';
import { useAwaitedFocus } from '../../ui/awaited-focus.ts';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { firstRow, rowOf } from '../focus/row-focus.ts';
import { useTicketSteps } from '../ticket-steps.ts';
import { CopyingProvider } from './copying.tsx';
import { DrawerHead } from './drawer-head.tsx';
import { TicketBody } from './ticket-body.tsx';
import styles from './ticket-drawer.module.css';
import { type Neighbours, useNeighbours } from './use-neighbours.ts';
import { useScrollToRow } from './use-scroll-to-row.ts';

interface TicketDrawerProps {
  readonly id: number;
  readonly onClose: () => void;
}

/** Everything about one ticket, beside the list that it was opened from. The list stays usable. */
export function TicketDrawer({ id, onClose }: TicketDrawerProps) {
  const neighbours = useNeighbours();
  // Where it covers the list, nobody must get into the list by accident.
  const covering = useMediaQuery(NARROW);
  const title = useRef<HTMLHeadingElement>(null);
  const drawer = useRef<HTMLDivElement>(null);
  useAwaitedFocus(drawer, onClose);
  useScrollToRow(id, drawer, title);
  useTicketSteps((by) => (by === 1 ? neighbours.next?.() : neighbours.previous?.()));
  return (
    <Dialog.Root open modal={covering} disablePointerDismissal onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Popup
          ref={drawer}
          className={styles.drawer}
          initialFocus={title}
          // The row that was read last, else the list's first.
          finalFocus={() => rowOf(id) ?? firstRow()}
          data-printed="alone"
          {...{ [OPEN_TICKET]: '' }}
        >
          <PrintedTitle>ticket {id}</PrintedTitle>
          <CopyingProvider ticket={id}>
            <DrawerHead id={id} titleRef={title} neighbours={neighbours} />
            <TicketBody id={id} />
          </CopyingProvider>
          <TicketAnnouncement id={id} neighbours={neighbours} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Says which ticket has taken the place of another; the first one is said as the dialog's title. */
function TicketAnnouncement({
  id,
  neighbours: { place },
}: {
  readonly id: number;
  readonly neighbours: Neighbours;
}) {
  const [last, setLast] = useState(id);
  const [hasChanged, setHasChanged] = useState(false);
  if (id !== last) {
    setLast(id);
    setHasChanged(true);
  }
  const where = place === null ? '' : `, number ${formatCount(place)} in the list`;
  return <Announcement>{hasChanged && `Ticket ${id}${where}`}</Announcement>;
}
