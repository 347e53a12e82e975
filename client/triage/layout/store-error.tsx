import { DatabaseZap } from 'lucide-react';
import { Link } from 'wouter';
import { Panel } from '../../states/panel.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { MeetingUnreadable } from '../store/meeting-store.ts';
import { meetingsAddress } from './meeting-address.ts';
import { MeetingLayout } from './meeting-layout.tsx';
import type { WorkspaceProps } from './meeting-not-found.tsx';

interface StoreErrorProps extends WorkspaceProps {
  readonly error: Error;
}

/** The error when stored meetings cannot be read, which is not the same as having none. */
export function StoreError({ error, workspaces, workspace }: StoreErrorProps) {
  return (
    <MeetingLayout workspaces={workspaces} workspace={workspace}>
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
        <Link className={buttonClass()} href={meetingsAddress(workspace.id)}>
          Show the meetings
        </Link>
      </Panel>
    </MeetingLayout>
  );
}
