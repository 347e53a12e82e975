import { LogOut } from 'lucide-react';
import { useState } from 'react';
import type { Me } from '../../contract/index.ts';
import { Button } from '../ui/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';

const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx').then((it) => it.SignOutDialog), {
  name: 'Signing out',
  place: 'over',
});

/** The way to sign out, where there is something to sign out of. */
export function SignOut({ me }: { readonly me: Me }) {
  const [asking, setAsking] = useState(false);
  if (me.signOutUrl === null) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        <LogOut aria-hidden />
        Sign out
      </Button>
      {asking && <SignOutDialog me={me} url={me.signOutUrl} onClose={() => setAsking(false)} />}
    </>
  );
}
