import { CircleCheck, Unplug } from 'lucide-react';
import { useRef } from 'react';
import { noteOf, progressOf } from '../../../contract/meeting/index.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { DemoBadge } from '../../frame/header.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { useLiveMeeting } from '../live/use-live-state.ts';
import { currentPosition, type LocalMeeting } from '../model/local-meeting.ts';
import { useVisibleTickets } from '../model/mask-meeting.ts';
import { doneLabel } from '../model/progress-label.ts';
import { PrintHeader } from '../print/print-header.tsx';
import { describeTicket } from '../ticket-card/describe-ticket.ts';
import { TicketCard } from '../ticket-card/ticket-card.tsx';
import { TicketUpdates } from '../ticket-card/ticket-updates.tsx';
import { useFocusOnTicket } from '../ticket-card/use-focus-on-ticket.ts';
import { useTicketUpdates } from '../ticket-card/use-ticket-updates.ts';
import { Timebox } from '../timebox/timebox.tsx';
import { AudienceNote } from './audience-note.tsx';
import styles from './audience-view.module.css';

interface AudienceViewProps extends WorkspaceProps {
  readonly meeting: LocalMeeting;
  /** Whether some window presents it. */
  readonly presented: boolean;
}

const LOST =
  'The presenter’s window is gone. This is the last ticket; it goes on by itself once the meeting is open again.';

/** The interval at which ages are updated, in milliseconds. */
const TICK = 20_000;

/** The audience's view, which follows the presenter from ticket to ticket. */
export function AudienceView({ meeting, presented, workspaces }: AudienceViewProps) {
  const { head, view } = meeting;
  const progress = progressOf(meeting);
  const tickets = useVisibleTickets(meeting);
  const served = workspaces.workspaces.some(({ id }) => id === head.workspace);
  const { liveState } = useLiveMeeting(head, served);
  const updates = useTicketUpdates(meeting, liveState);
  const now = useServerNow(TICK);
  const cardText = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  useFocusOnTicket(view.current, card);
  const place = currentPosition(meeting);
  const last = head.items.length;
  const ticket = tickets.get(view.current);
  useDocumentTitle(`Room · ${head.title}`);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          <bdi>{head.title}</bdi>
        </h1>
        {workspaces.mode === 'demo' && <DemoBadge />}
        <p role="status" className={styles.lost}>
          {!presented && (
            <>
              <Unplug aria-hidden />
              {head.endedAt === null ? LOST : 'The meeting has ended.'}
            </>
          )}
        </p>
        <p className={styles.place}>
          <strong>{place}</strong> of {last}
        </p>
      </header>
      {presented && <Timebox since={view.currentSince} />}
      <PrintHeader meeting={meeting} />
      <main className={styles.main}>
        {ticket && (
          <TicketCard
            cardRef={card}
            ticket={ticket}
            carriedOver={head.items[place - 1]?.carriedOver ?? 0}
            now={now}
            link={null}
            text={cardText}
            updates={<TicketUpdates key={ticket.id} update={updates.get(ticket.id) ?? null} now={now} />}
          />
        )}
        <AudienceNote note={noteOf(meeting, view.current)} />
        {progress.done === progress.total && (
          <p className={styles.done}>
            <CircleCheck aria-hidden />
            {doneLabel(progress)}
          </p>
        )}
      </main>
      <Announcement>{ticket ? describeTicket(ticket, place, last) : ''}</Announcement>
    </div>
  );
}
