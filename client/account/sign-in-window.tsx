import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Panel } from '../states/panel.tsx';
import { openSessionChannel } from './session-channel.ts';

/** The end of signing in, in the small window: the others are told, and it closes itself where it may. */
export function SignInWindow() {
  useEffect(() => {
    const channel = openSessionChannel(() => {});
    channel.send('signed-in');
    window.close();
    return channel.close;
  }, []);
  return (
    <Panel icon={CircleCheck} title="You are signed in">
      <p>Close this window and go on where you were.</p>
    </Panel>
  );
}
