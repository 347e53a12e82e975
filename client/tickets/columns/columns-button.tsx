import { Columns3 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';

const ColumnsPopover = lazy(() =>
  import('./columns-popover.tsx').then((it) => ({ default: it.ColumnsPopover })),
);

/** Opens what the table shows, to be changed. */
export function ColumnsButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button ref={button} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        <Columns3 aria-hidden />
        Columns
      </Button>
      <Suspense>{open && <ColumnsPopover anchor={button} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
