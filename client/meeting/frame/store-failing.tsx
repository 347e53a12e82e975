import { DatabaseZap } from 'lucide-react';
import { Link } from 'wouter';
import { Panel } from '../../states/panel.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { MeetingUnreadable } from '../store/store.ts';
import { homeAddress } from './address-of.ts';
import type { Place } from './no-meeting.tsx';
import { TriageFrame } from './triage-frame.tsx';

interface StoreFailingProps extends Place {
  readonly error: Error;
}

/** What this browser keeps could not be read. It is not the same as nothing being there. */
export function StoreFailing({ error, workspaces, workspace }: StoreFailingProps) {
  return (
    <TriageFrame workspaces={workspaces} workspace={workspace}>
      <Panel
        icon={DatabaseZap}
        tone="fail"
        title={
          error instanceof MeetingUnreadable
            ? 'This meeting cannot be shown'
            : 'This browser could not read its meetings'
        }
      >
        <p>{error.message}</p>
        {error instanceof MeetingUnreadable ? (
          <p>It stays where it is, and touches none of the others.</p>
        ) : (
          <p>They may still be there. Perhaps another window has a newer Loopdesk: load this page again.</p>
        )}
        <Button onClick={() => location.reload()}>Load again</Button>
        <Link className={buttonClass()} href={homeAddress(workspace.id)}>
          Show the meetings
        </Link>
      </Panel>
    </TriageFrame>
  );
}
