import { DatabaseZap } from 'lucide-react';
import { Panel } from '../../states/panel.tsx';
import { Button } from '../../ui/button.tsx';
import type { Place } from './no-meeting.tsx';
import { TriageFrame } from './triage-frame.tsx';

interface StoreFailingProps extends Place {
  readonly error: Error;
}

/** What this browser keeps could not be read. It is not the same as nothing being there. */
export function StoreFailing({ error, workspaces, workspace }: StoreFailingProps) {
  return (
    <TriageFrame workspaces={workspaces} workspace={workspace}>
      <Panel icon={DatabaseZap} tone="fail" title="This browser could not read its meetings">
        <p>{error.message}</p>
        <p>They may still be there. Perhaps another window has a newer Loopdesk: load this page again.</p>
        <Button onClick={() => location.reload()}>Load again</Button>
      </Panel>
    </TriageFrame>
  );
}
