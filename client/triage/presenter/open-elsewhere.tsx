import { Presentation } from 'lucide-react';
import { Link } from 'wouter';
import { Panel } from '../../states/panel.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { meetingAddress } from '../layout/meeting-address.ts';
import { MeetingLayout } from '../layout/meeting-layout.tsx';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';

interface OpenElsewhereProps extends WorkspaceProps {
  readonly id: string;
  readonly onTakeOver: () => void;
}

/** The screen of a meeting that another window presents: take over, or follow. */
export function OpenElsewhere({ id, onTakeOver, workspaces, workspace }: OpenElsewhereProps) {
  return (
    <MeetingLayout workspaces={workspaces} workspace={workspace}>
      <Panel icon={Presentation} title="This meeting is open in another window">
        <p>
          It is presented from one window at a time, so that nothing that is noted in one is overwritten from
          another. As soon as that window is closed, the meeting goes on here.
        </p>
        <Button variant="primary" onClick={onTakeOver}>
          Present from this window
        </Button>
        <Link className={buttonClass()} href={meetingAddress(workspace.id, id, 'room')}>
          Just follow along here
        </Link>
      </Panel>
    </MeetingLayout>
  );
}
