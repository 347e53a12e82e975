import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import type { Workspace, WorkspacesAnswer } from '../../../contract/index.ts';
import { Panel } from '../../states/panel.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { meetingsAddress } from './meeting-address.ts';
import { MeetingLayout } from './meeting-layout.tsx';

/** The workspace of a screen, and all that the server has. */
export interface WorkspaceProps {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
}

/** The screen for an address of a meeting that this browser does not have. */
export function MeetingNotFound({ workspaces, workspace }: WorkspaceProps) {
  return (
    <MeetingLayout workspaces={workspaces} workspace={workspace}>
      <Panel icon={MapPinOff} tone="fail" title="This browser has no such meeting">
        <p>
          Meetings are kept in the browser that they were held in. This one may have been deleted, or held in
          another browser: there it can be exported, and imported here.
        </p>
        <Link className={buttonClass()} href={meetingsAddress(workspace.id)}>
          Show the meetings
        </Link>
      </Panel>
    </MeetingLayout>
  );
}
