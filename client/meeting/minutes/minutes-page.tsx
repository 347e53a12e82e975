import { ChevronLeft, Presentation, Printer } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { formatCountOf } from '../../format/numbers.ts';
import { sourceLink } from '../../format/source-link.ts';
import { useZone } from '../../settings/settings.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { addressOf } from '../frame/address-of.ts';
import type { Place } from '../frame/no-meeting.tsx';
import type { Meeting } from '../record/meeting.ts';
import { useStart } from '../start/use-start.ts';
import { CopyButtons } from './copy-buttons.tsx';
import { minutesOf } from './minutes.ts';
import { MinutesLines } from './minutes-lines.tsx';
import styles from './minutes-page.module.css';
import { OutcomeTable } from './outcome-table.tsx';
import { carriedNote, NOT_SENT, taskWords, whenWords } from './words.ts';

interface MinutesPageProps extends Place {
  readonly meeting: Meeting;
}

/** What a meeting leaves behind, to be read, copied, printed, and gone on from. */
export function MinutesPage({ meeting, workspaces, workspace }: MinutesPageProps) {
  const { head } = meeting;
  const zone = useZone();
  const [masked, setMasked] = useState(head.masked);
  const minutes = useMemo(() => minutesOf(meeting, masked), [meeting, masked]);
  const { ticketUrlTemplate } = workspaces;
  const reading = useMemo(
    () => ({ zone, linkOf: (id: number) => sourceLink(ticketUrlTemplate, head.workspace, id) }),
    [zone, ticketUrlTemplate, head.workspace],
  );
  const { start, busy, failure } = useStart(workspace);
  useDocumentTitle(`Minutes · ${head.name}`);

  const notReached = minutes.notReached.length;
  const startNext = () => start({ name: nextName(head.name), view: null, at: null, follows: meeting });

  return (
    <article className={styles.minutes}>
      <div className={styles.tools}>
        <Link className={buttonClass()} href={addressOf(workspace.id, head.id)}>
          <ChevronLeft aria-hidden />
          Back to the meeting
        </Link>
        <CopyButtons minutes={minutes} reading={reading} />
        <Button onClick={() => print()}>
          <Printer aria-hidden />
          Print
        </Button>
      </div>
      <h1 className={styles.title}>
        <bdi>{minutes.name}</bdi>
      </h1>
      <p className={styles.when}>{whenWords(minutes, zone)}</p>
      <Mask fixed={head.namesGone} masked={masked} onMask={setMasked} />
      <OutcomeTable title="By outcome" first="" tallies={[minutes.all]} />
      <Part title="Decisions" count={minutes.decisions.length} none="None noted.">
        <MinutesLines lines={minutes.decisions} linkOf={reading.linkOf} decided />
      </Part>
      <Part title="To follow up" count={minutes.followUps.length} none="None.">
        <MinutesLines lines={minutes.followUps} linkOf={reading.linkOf} aside={taskWords} />
      </Part>
      <Part title="Not reached" count={notReached} none="None: every ticket was reached.">
        <MinutesLines lines={minutes.notReached} linkOf={reading.linkOf} aside={carriedNote} />
        <div className={styles.next}>
          <Button disabled={busy} onClick={startNext}>
            <Presentation aria-hidden />
            Start the next meeting with{' '}
            {notReached === 1 ? 'this one' : `these ${formatCountOf(notReached, 'ticket')}`}
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
  /** What is said when there is nothing. */
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
function nextName(name: string): string {
  return name.startsWith('Carried over: ') ? name : `Carried over: ${name}`.slice(0, 120);
}
