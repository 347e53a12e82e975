import { LogIn } from 'lucide-react';
import { Panel } from '../states/panel.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** The page of somebody who is not signed in, before there is anything to keep on screen. */
export function NotSignedIn() {
  return (
    <Panel icon={LogIn} title="You are not signed in">
      <p>Loopdesk shows tickets to people whom it knows.</p>
      <SignInAgain />
    </Panel>
  );
}
