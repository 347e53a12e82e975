import { Columns3 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { FocusAwaited } from '../../ui/focus-awaited.tsx';

const ColumnsPopover = lazy(() =>
  import('./columns-popover.tsx').then((it) => ({ default: it.ColumnsPopover })),
);

/** Opens what the table shows, to be changed. */
export function ColumnsButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        ref={button}
        look="normal"
        label="Columns"
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <Columns3 aria-hidden />
      </IconButton>
      <Suspense fallback={<FocusAwaited onGiveUp={close} />}>
        {open && <ColumnsPopover anchor={button} onClose={close} />}
      </Suspense>
    </>
  );
}
