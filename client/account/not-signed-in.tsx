import { LogIn } from 'lucide-react';
import type { Problem } from '../../contract/index.ts';
import { Panel } from '../states/panel.tsx';
import { Button } from '../ui/button.tsx';
import { signInHere } from './sign-in.ts';

interface NotSignedInProps {
  /** How people sign in; undefined where a proxy has not let the question through to Loopdesk. */
  readonly access: Problem['access'];
}

/** The page of somebody who is not signed in. It has nothing to keep, and so needs no window beside it. */
export function NotSignedIn({ access }: NotSignedInProps) {
  return (
    <Panel icon={LogIn} title="You are not signed in">
      <p>Sign in with the account of your organisation, and this page opens.</p>
      <Button variant="primary" onClick={() => signInHere(access)}>
        Sign in
      </Button>
    </Panel>
  );
}
