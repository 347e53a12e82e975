import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { Button } from '../ui/button.tsx';

const DateRangePopover = lazy(() =>
  import('./date-range-popover.tsx').then(({ DateRangePopover: it }) => ({ default: it })),
);

/** When the tickets were issued: a button that opens the ready ranges and two days of one's own. */
export function DateRange() {
  const { view } = useDesk();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { issuedFrom, issuedTo } = view.query;
  return (
    <>
      <Button ref={button} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        <CalendarDays aria-hidden />
        {issuedFrom === null && issuedTo === null ? 'Issued: any time' : 'Issued: a range'}
      </Button>
      {open && (
        <Suspense>
          <DateRangePopover anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
