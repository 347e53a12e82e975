import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { FocusAwaited } from '../ui/focus-awaited.tsx';
import { formatDateRange } from './active-filters.ts';
import styles from './date-range.module.css';

const DateRangePopover = lazy(() =>
  import('./dates/date-range-popover.tsx').then((it) => ({ default: it.DateRangePopover })),
);

/** When the tickets were issued: a button that opens the ready ranges and two days of one's own. */
export function DateRange() {
  const { view } = useDesk();
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const button = useRef<HTMLButtonElement>(null);
  const { issuedFrom, issuedTo } = view.query;
  const isOpen = issuedFrom === null && issuedTo === null;
  const words = `Issued: ${isOpen ? 'any time' : formatDateRange(issuedFrom, issuedTo, zone)}`;
  return (
    <>
      <Button
        ref={button}
        title={words}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <CalendarDays aria-hidden />
        <span className={styles.words}>{words}</span>
      </Button>
      {open && (
        <Suspense fallback={<FocusAwaited onGiveUp={close} />}>
          <DateRangePopover anchor={button} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
