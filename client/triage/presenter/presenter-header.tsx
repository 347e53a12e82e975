import { ChevronLeft, ChevronRight, Eye, EyeOff, FileText, Presentation } from 'lucide-react';
import { Link } from 'wouter';
import { useSeesCustomers } from '../../account/role.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { DemoBadge } from '../../frame/header.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { meetingsAddress } from '../layout/meeting-address.ts';
import { KeysButton } from '../layout/meeting-layout.tsx';
import { currentPosition, type HeadInView } from '../model/local-meeting.ts';
import { MeetingOptions } from './meeting-options.tsx';
import styles from './presenter-header.module.css';

interface PresenterHeaderProps {
  readonly meeting: HeadInView;
  readonly workspace: string;
  /** Whether parked tickets follow the last one. */
  readonly comesBack: boolean;
  readonly demo: boolean;
  /** Digits typed so far of the position to go to; '' for none. */
  readonly digits: string;
  /** Shows the ticket that many places further on; `byKey` when the button was pressed by the keyboard. */
  readonly onStep: (by: number, byKey: boolean) => void;
  readonly onMask: () => void;
  readonly onClock: () => void;
  readonly onAudience: () => void;
  readonly onEnd: () => void;
}

/** The header of a meeting: its title, position and actions. */
export function PresenterHeader(props: PresenterHeaderProps) {
  const { meeting, workspace, comesBack, demo, digits, onStep, onMask, onClock, onAudience, onEnd } = props;
  const { head, view } = meeting;
  const place = currentPosition(meeting);
  const last = head.items.length;
  return (
    <header className={styles.header}>
      <Link className={styles.back} href={meetingsAddress(workspace)} title="Back to the meetings">
        <ChevronLeft aria-hidden />
        Meetings
      </Link>
      <h1 className={styles.name}>
        <bdi>{head.title}</bdi>
      </h1>
      {demo && <DemoBadge />}
      <div className={styles.progress}>
        <IconButton
          label="Previous ticket (←)"
          aria-disabled={place === 1}
          onClick={({ detail }) => onStep(-1, detail === 0)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className={styles.place}>
          {digits === '' ? (
            <>
              <strong>{place}</strong> of {last}
            </>
          ) : Number(digits) >= 1 && Number(digits) <= last ? (
            <>
              Go to <strong>{digits}</strong> <kbd>Enter</kbd>
            </>
          ) : (
            <>
              No <strong>{digits}</strong>: 1 to {last}
            </>
          )}
        </span>
        <IconButton
          label="Next ticket (→)"
          aria-disabled={place === last && !comesBack}
          onClick={({ detail }) => onStep(1, detail === 0)}
        >
          <ChevronRight aria-hidden />
        </IconButton>
        {view.timer && <Clock since={view.currentSince} />}
      </div>
      <div className={styles.tools}>
        <MaskButton meeting={meeting} onMask={onMask} />
        <MeetingOptions timer={view.timer} onClock={onClock} />
        <Button
          className={styles.audience}
          onClick={onAudience}
          title="A second window for the room: the ticket and what was decided (o)"
        >
          <Presentation aria-hidden />
          Presenter view
        </Button>
        <Button variant="primary" onClick={onEnd} title="End with minutes (Shift E)">
          <FileText aria-hidden />
          End & minutes
        </Button>
        <KeysButton />
      </div>
    </header>
  );
}

function MaskButton({ meeting, onMask }: { readonly meeting: HeadInView; readonly onMask: () => void }) {
  const { head, view } = meeting;
  const seesCustomers = useSeesCustomers();
  if (!seesCustomers) return null;
  if (head.namesRemoved) {
    return (
      <span className={styles.fixed} title="This meeting was imported from a file without customers’ names.">
        <EyeOff aria-hidden />
        No names in it
      </span>
    );
  }
  return (
    <Button
      aria-pressed={view.masked}
      title={
        view.masked
          ? 'Customers’ names and e-mails are hidden on screen, in minutes and in exports. Press to show them (m).'
          : 'Customers’ names and e-mails are shown on screen, in minutes and in exports. Press to hide them (m).'
      }
      onClick={onMask}
    >
      {view.masked ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      {view.masked ? 'Names hidden' : 'Names shown'}
    </Button>
  );
}

/** `up for 1:05`. */
function Clock({ since }: { readonly since: string }) {
  const seconds = Math.max(0, Math.floor((useServerNow(1_000) - Date.parse(since)) / 1_000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return (
    <span className={styles.clock}>
      up for {minutes}:{String(rest).padStart(2, '0')}
    </span>
  );
}
