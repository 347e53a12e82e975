import { Columns3 } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

const ColumnsPopover = lazyPart(() => import('./columns-popover.tsx').then((it) => it.ColumnsPopover), {
  name: 'The choice of columns',
  place: 'over',
});

/** Opens what the table shows, to be changed. */
export function ColumnsButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        ref={button}
        variant="normal"
        label="Columns"
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <Columns3 aria-hidden />
      </IconButton>
      {open && <ColumnsPopover anchor={button} onClose={close} />}
    </>
  );
}
