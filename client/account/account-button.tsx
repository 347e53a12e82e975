import { UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useMe } from './me-context.ts';

const AccountPopup = lazyPart(() => import('./account-popup.tsx').then((it) => it.AccountPopup), {
  name: 'Your account',
  place: 'over',
});

/** Opens who the reader is here; nothing where nobody signs in. */
export function AccountButton() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (me === null || me.user === null) return null;
  return (
    <>
      <IconButton
        ref={button}
        label={`Account of ${me.user.name}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <UserRound aria-hidden />
      </IconButton>
      {open && <AccountPopup me={me} user={me.user} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
