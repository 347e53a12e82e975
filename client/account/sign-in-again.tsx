import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useMe } from './me-context.ts';
import { openSignIn, signInHere } from './sign-in.ts';

/** The way to sign in without leaving the page; where the browser opens no window, by leaving it for a moment. */
export function SignInAgain() {
  const access = useMe()?.access;
  const [isBlocked, setBlocked] = useState(false);
  if (isBlocked) {
    return (
      <>
        <span role="status">The browser did not open a window.</span>
        <Button variant="primary" onClick={() => signInHere(access)}>
          Sign in on this page
        </Button>
      </>
    );
  }
  return (
    <Button variant="primary" onClick={() => setBlocked(!openSignIn(access))}>
      Sign in again
    </Button>
  );
}
