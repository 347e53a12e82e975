import { Funnel } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

const RowFilterMenu = lazyPart(() => import('./row-filter-menu.tsx').then((it) => it.RowFilterMenu), {
  name: 'Filtering by this ticket',
  place: 'over',
});

/** Opens what a ticket's values can do to the list, where there are no cells to point at or nothing to point with. */
export function RowFilters({ ticket }: { readonly ticket: Ticket }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span data-column="filters">
      <IconButton
        ref={button}
        label={`Filter by ticket ${ticket.id}`}
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Funnel aria-hidden />
      </IconButton>
      {open && <RowFilterMenu anchor={button} ticket={ticket} onClose={() => setOpen(false)} />}
    </span>
  );
}
