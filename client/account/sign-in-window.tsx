import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Panel } from '../states/panel.tsx';

/** The end of signing in, in the small window: it closes itself where it may. */
export function SignInWindow() {
  useEffect(() => window.close(), []);
  return (
    <Panel icon={CircleCheck} title="You are signed in">
      <p>Close this window and go on where you were.</p>
    </Panel>
  );
}
