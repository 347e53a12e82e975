import { Presentation } from 'lucide-react';
import { Link } from 'wouter';
import { Panel } from '../../states/panel.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { addressOf } from '../frame/address-of.ts';
import type { Place } from '../frame/no-meeting.tsx';
import { TriageFrame } from '../frame/triage-frame.tsx';

interface ElsewhereProps extends Place {
  readonly id: string;
  readonly onTakeOver: () => void;
}

/** Two windows that lead one meeting would undo each other's work: one leads, the others may follow. */
export function Elsewhere({ id, onTakeOver, workspaces, workspace }: ElsewhereProps) {
  return (
    <TriageFrame workspaces={workspaces} workspace={workspace}>
      <Panel icon={Presentation} title="This meeting is open in another window">
        <p>
          It is led from one window at a time, so that nothing that is noted in one is overwritten from
          another. As soon as that window is closed, the meeting goes on here.
        </p>
        <Button look="primary" onClick={onTakeOver}>
          Go on in this window
        </Button>
        <Link className={buttonClass()} href={addressOf(workspace.id, id, 'room')}>
          Only follow it here
        </Link>
      </Panel>
    </TriageFrame>
  );
}
