import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { formatDateRange } from './active-filters.ts';
import styles from './date-range.module.css';

const DateRangePopover = lazyPart(
  () => import('./dates/date-range-popover.tsx').then((it) => it.DateRangePopover),
  { name: 'The choice of dates', place: 'over' },
);

/** Filter by issue date: a button that opens the presets and two fields for days of one's own. */
export function DateRange() {
  const listState = useListState();
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const button = useRef<HTMLButtonElement>(null);
  const { issuedFrom, issuedTo } = listState.query;
  const isOpen = issuedFrom === null && issuedTo === null;
  const label = `Issued: ${isOpen ? 'any time' : formatDateRange(issuedFrom, issuedTo, zone)}`;
  return (
    <>
      <Button
        ref={button}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <CalendarDays aria-hidden />
        <span className={styles.words}>{label}</span>
      </Button>
      {open && <DateRangePopover anchor={button} onClose={close} />}
    </>
  );
}
