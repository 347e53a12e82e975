import { ChevronLeft, Presentation, Printer } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatCountOf } from '../../format/numbers.ts';
import { sourceLink } from '../../format/source-link.ts';
import { useZone } from '../../settings/settings.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { meetingAddress } from '../layout/meeting-address.ts';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import type { LocalMeeting } from '../model/local-meeting.ts';
import { useStartMeeting } from '../start/use-start-meeting.ts';
import { ExportButtons } from './export-buttons.tsx';
import { minutesOf } from './minutes.ts';
import { carriedOverNote, NOT_SENT, taskLabel, timeLabel } from './minutes-labels.ts';
import { MinutesLines } from './minutes-lines.tsx';
import styles from './minutes-page.module.css';
import { OutcomeTable } from './outcome-table.tsx';

interface MinutesPageProps extends WorkspaceProps {
  readonly meeting: LocalMeeting;
}

/** The page of a meeting's minutes. */
export function MinutesPage({ meeting, workspaces, workspace }: MinutesPageProps) {
  const { head, view } = meeting;
  const zone = useZone();
  const [masked, setMasked] = useState(view.masked);
  const minutes = useMemo(() => minutesOf(meeting, masked), [meeting, masked]);
  const { ticketUrlTemplate } = workspaces;
  const reading = useMemo(
    () => ({ zone, linkOf: (id: number) => sourceLink(ticketUrlTemplate, head.workspace, id) }),
    [zone, ticketUrlTemplate, head.workspace],
  );
  const { start, busy, failure } = useStartMeeting(workspace);
  useDocumentTitle(`Minutes · ${head.title}`);

  const notReviewed = minutes.notReviewed.length;
  const startNext = () => start({ title: nextTitle(head.title), view: null, at: null, follows: meeting });

  return (
    <article className={styles.minutes}>
      <div className={styles.tools}>
        <Link className={buttonClass()} href={meetingAddress(workspace.id, head.id)}>
          <ChevronLeft aria-hidden />
          Back to the meeting
        </Link>
        <ExportButtons minutes={minutes} reading={reading} />
        <Button onClick={() => print()}>
          <Printer aria-hidden />
          Print
        </Button>
      </div>
      <h1 className={styles.title}>
        <bdi>{minutes.name}</bdi>
      </h1>
      <p className={styles.when}>{timeLabel(minutes, zone)}</p>
      <Mask fixed={head.namesRemoved} masked={masked} onMask={setMasked} />
      <OutcomeTable title="By outcome" first="" tallies={[minutes.all]} />
      <Part title="Decisions" count={minutes.decisions.length} none="None noted.">
        <MinutesLines lines={minutes.decisions} linkOf={reading.linkOf} decided />
      </Part>
      <Part title="To follow up" count={minutes.followUps.length} none="None.">
        <MinutesLines lines={minutes.followUps} linkOf={reading.linkOf} aside={taskLabel} />
      </Part>
      <Part title="Not reviewed" count={notReviewed} none="None: every ticket was reviewed.">
        <MinutesLines lines={minutes.notReviewed} linkOf={reading.linkOf} aside={carriedOverNote} />
        <div className={styles.next}>
          <Button disabled={busy} onClick={startNext}>
            <Presentation aria-hidden />
            Start the next meeting with{' '}
            {notReviewed === 1 ? 'this one' : `these ${formatCountOf(notReviewed, 'ticket')}`}
          </Button>
          {failure !== null && <span role="alert">{failure}</span>}
        </div>
      </Part>
      <div className={styles.tables}>
        <OutcomeTable title="By priority" first="Priority" tallies={minutes.byPriority} />
        <OutcomeTable title="By segment" first="Segment" tallies={minutes.bySegment} />
      </div>
      <p className={styles.note}>{NOT_SENT}</p>
    </article>
  );
}

interface MaskProps {
  /** Whether there are no names to show. */
  readonly fixed: boolean;
  readonly masked: boolean;
  readonly onMask: (masked: boolean) => void;
}

function Mask({ fixed, masked, onMask }: MaskProps) {
  if (fixed) return <p className={styles.mask}>This meeting was imported without customers’ names.</p>;
  return (
    <div className={styles.mask}>
      <label>
        <input type="checkbox" checked={masked} onChange={(event) => onMask(event.target.checked)} />
        Hide customers’ names and e-mails
      </label>
      <span>Here, in copies and in print. What was typed in the meeting stays as it was typed.</span>
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  /** The text when there is nothing. */
  readonly none: string;
  readonly children: ReactNode;
}

function Part({ title, count, none, children }: PartProps) {
  return (
    <section className={styles.part}>
      <h2>
        {title} <span>{count}</span>
      </h2>
      {count === 0 ? <p className={styles.none}>{none}</p> : children}
    </section>
  );
}

/** The next meeting of a series is told apart by its date, and not by a longer and longer name. */
function nextTitle(title: string): string {
  return title.startsWith('Carried over: ') ? title : `Carried over: ${title}`.slice(0, 120);
}
