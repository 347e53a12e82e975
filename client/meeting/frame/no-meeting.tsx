import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import type { Workspace, WorkspacesAnswer } from '../../../contract/index.ts';
import { Panel } from '../../states/panel.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { homeAddress } from './address-of.ts';
import { TriageFrame } from './triage-frame.tsx';

/** Where a screen of the workspace is shown. */
export interface Place {
  readonly workspaces: WorkspacesAnswer;
  readonly workspace: Workspace;
}

/** The address leads to a meeting that this browser does not have. */
export function NoMeeting({ workspaces, workspace }: Place) {
  return (
    <TriageFrame workspaces={workspaces} workspace={workspace}>
      <Panel icon={MapPinOff} tone="fail" title="This browser has no such meeting">
        <p>
          Meetings are kept in the browser that they were held in. This one may have been deleted, or held in
          another browser: there it can be exported, and imported here.
        </p>
        <Link className={buttonClass()} href={homeAddress(workspace.id)}>
          Show the meetings
        </Link>
      </Panel>
    </TriageFrame>
  );
}
