import { Funnel } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { Ticket } from '../../../contract/index.ts';
import { IconButton } from '../../ui/button.tsx';

const RowFilterMenu = lazy(() =>
  import('./row-filter-menu.tsx').then((it) => ({ default: it.RowFilterMenu })),
);

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
      <Suspense>
        {open && <RowFilterMenu anchor={button} ticket={ticket} onClose={() => setOpen(false)} />}
      </Suspense>
    </span>
  );
}
