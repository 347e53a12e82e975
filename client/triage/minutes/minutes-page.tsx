import { ChevronLeft, Presentation, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { MAX_TEXT, truncateText } from '../../../contract/meeting/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
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
import { minutesOf, OUTCOME_LABELS, type OutcomePart } from './minutes.ts';
import {
  ACTIONS,
  aboutLabel,
  amongActionsLabel,
  closingLabel,
  tallyLabel,
  timeLabel,
} from './minutes-labels.ts';
import styles from './minutes-page.module.css';
import { ActionsTable, PartTable } from './minutes-table.tsx';

interface MinutesPageProps extends WorkspaceProps {
  readonly meeting: LocalMeeting;
}

/** The page of a meeting's minutes. */
export function MinutesPage({ meeting, workspaces, workspace }: MinutesPageProps) {
  const { head, view } = meeting;
  const zone = useZone();
  const seesCustomers = useSeesCustomers();
  const [masked, setMasked] = useState(view.masked);
  const minutes = useMemo(() => minutesOf(meeting, masked), [meeting, masked]);
  const { ticketUrlTemplate } = workspaces;
  const reading = useMemo(
    () => ({ zone, linkOf: (id: number) => sourceLink(ticketUrlTemplate, head.workspace, id) }),
    [zone, ticketUrlTemplate, head.workspace],
  );
  const { start, busy, failure } = useStartMeeting(workspace);
  useDocumentTitle(`Minutes · ${head.title}`);

  const open = minutes.counts.parked + minutes.counts['not reviewed'];
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
        <bdi>{minutes.title}</bdi>
      </h1>
      <p className={styles.when}>{timeLabel(minutes, zone)}</p>
      <p className={styles.when}>{aboutLabel(minutes, zone)}</p>
      <p className={styles.tally}>{tallyLabel(minutes)}</p>
      {seesCustomers && <Mask fixed={head.namesRemoved} masked={masked} onMask={setMasked} />}
      <section className={styles.part}>
        <h2>{ACTIONS}</h2>
        {minutes.actions.length === 0 ? (
          <p className={styles.none}>None: no owner, due date or follow-up was noted.</p>
        ) : (
          <ActionsTable name={ACTIONS} actions={minutes.actions} linkOf={reading.linkOf} />
        )}
      </section>
      {minutes.parts
        .filter(({ total }) => total > 0)
        .map((part) => (
          <Part key={part.outcome} part={part} linkOf={reading.linkOf} />
        ))}
      {open > 0 && (
        <div className={styles.next}>
          <Button disabled={busy} onClick={startNext}>
            <Presentation aria-hidden />
            Start the next meeting with{' '}
            {open === 1 ? 'the ticket left over' : `the ${formatCountOf(open, 'ticket')} left over`}
          </Button>
          {failure !== null && <span role="alert">{failure}</span>}
        </div>
      )}
      <p className={styles.note}>{closingLabel(minutes)}</p>
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
  readonly part: OutcomePart;
  readonly linkOf: (ticket: number) => string | null;
}

function Part({ part, linkOf }: PartProps) {
  const title = OUTCOME_LABELS[part.outcome];
  const others = amongActionsLabel(part);
  return (
    <section className={styles.part}>
      <h2>
        {title} <span>{part.total}</span>
      </h2>
      {part.rows.length > 0 && <PartTable name={title} rows={part.rows} linkOf={linkOf} />}
      {others !== '' && <p className={styles.none}>{others}</p>}
    </section>
  );
}

/** The next meeting of a series is told apart by its date, and not by a longer and longer name. */
function nextTitle(title: string): string {
  return title.startsWith('Carried over: ') ? title : truncateText(`Carried over: ${title}`, MAX_TEXT.title);
}
