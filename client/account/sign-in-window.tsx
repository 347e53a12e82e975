import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Panel } from '../states/panel.tsx';
import { tellTabs } from './session-channel.ts';

/** The end of signing in, in the small window: it tells the tabs that have waited, and closes itself where it may. */
export function SignInWindow() {
  useEffect(() => {
    tellTabs('signed-in');
    window.close();
  }, []);
  return (
    <Panel icon={CircleCheck} title="You are signed in">
      <p>Close this window and go on where you were.</p>
    </Panel>
  );
}
