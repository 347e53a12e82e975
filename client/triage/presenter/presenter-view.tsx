import { useEffect, useMemo, useRef, useState } from 'react';
import { personLabel } from '../../../contract/index.ts';
import { noteOf, progressOf } from '../../../contract/meeting/index.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { sourceLink } from '../../format/source-link.ts';
import { MAIN_PART, SkipLink } from '../../ui/skip-link.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { useLiveMeeting } from '../live/use-live-state.ts';
import { currentPosition, ticketAtPosition } from '../model/local-meeting.ts';
import { useVisibleTickets } from '../model/mask-meeting.ts';
import { reviewedLabel } from '../model/progress-label.ts';
import { NoteForm } from '../notes/note-form.tsx';
import { useOwnerSuggestions } from '../notes/use-owner-suggestions.ts';
import { PrintHeader } from '../print/print-header.tsx';
import { PrintNote } from '../print/print-note.tsx';
import { Queue } from '../queue/queue.tsx';
import type { MeetingSession } from '../session/meeting-session.ts';
import { useMeeting } from '../session/use-open-meeting.ts';
import { QueueFilter, useQueueFilter } from '../since/queue-filter.tsx';
import { SinceLastNote } from '../since/since-last-note.tsx';
import { useSinceLast } from '../since/use-since-last.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { describeTicket } from '../ticket-card/describe-ticket.ts';
import { TicketCard } from '../ticket-card/ticket-card.tsx';
import { TicketUpdates } from '../ticket-card/ticket-updates.tsx';
import { useFocusOnTicket } from '../ticket-card/use-focus-on-ticket.ts';
import { useTicketUpdates } from '../ticket-card/use-ticket-updates.ts';
import { Timebox } from '../timebox/timebox.tsx';
import { EndBand } from './end-band.tsx';
import { EndDialog } from './end-dialog.tsx';
import { PresenterHeader } from './presenter-header.tsx';
import styles from './presenter-screen.module.css';
import { SavingStatus } from './saving-status.tsx';
import { StatusLine } from './status-line.tsx';
import { usePresenter } from './use-presenter.ts';

/** The interval at which ages and times are updated, in milliseconds. */
const TICK = 20_000;

interface PresenterViewProps extends WorkspaceProps {
  readonly session: MeetingSession;
  readonly stored: StoredMeetings;
}

/** The meeting under way: current ticket, queue and note. */
export function PresenterView({ session, stored, workspaces, workspace }: PresenterViewProps) {
  const meeting = useMeeting(session);
  const { head, view, notes } = meeting;
  const tickets = useVisibleTickets(meeting);
  const served = workspaces.workspaces.some(({ id }) => id === head.workspace);
  const live = useLiveMeeting(head, served);
  const updates = useTicketUpdates(meeting, live.liveState);
  const changed = useMemo(() => new Set(updates.keys()), [updates]);
  const last = useSinceLast(meeting, stored);
  const filter = useQueueFilter(last, tickets);
  const now = useServerNow(TICK);
  const cardText = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  const keepFocusFor = useFocusOnTicket(view.current, card);
  const { handlers, end, asksToEnd, goOn, finished, digits, said, failure } = usePresenter(
    session,
    workspace.id,
    live,
    cardText,
  );
  const { actions, say } = handlers;

  const place = currentPosition(meeting);
  useDocumentTitle(`${place} of ${head.items.length} · ${head.title}`);
  const ticket = tickets.get(view.current);
  const note = noteOf(meeting, view.current);
  const people = useOwnerSuggestions(meeting, stored, live.status);
  const progress = useMemo(() => progressOf({ head, notes }), [head, notes]);
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (ticket !== undefined) setAnnounced(describeTicket(ticket, place, head.items.length));
  }, [ticket, place, head.items.length]);

  return (
    <div className={styles.screen}>
      <SkipLink>Skip to the ticket</SkipLink>
      <PresenterHeader
        meeting={meeting}
        workspace={workspace.id}
        comesBack={progress.parked > 0}
        demo={workspaces.mode === 'demo'}
        digits={digits}
        onStep={(by, byKey) => {
          if (byKey) keepFocusFor(ticketAtPosition(meeting, place + by));
          say(actions.step(by));
        }}
        onMask={handlers.toggleMask}
        onClock={handlers.toggleClock}
        onAudience={handlers.openAudienceWindow}
        onEnd={handlers.askToEnd}
      />
      <StatusLine head={head} live={live} failure={failure} now={now} onAdd={handlers.addNewTickets}>
        <SavingStatus session={session} lasting={stored.lasting} />
      </StatusLine>
      <Timebox since={view.currentSince} />
      <PrintHeader meeting={meeting} />
      <main id={MAIN_PART} tabIndex={-1} className={styles.stage}>
        <div className={styles.now}>
          {ticket && (
            <TicketCard
              cardRef={card}
              ticket={ticket}
              carriedOver={head.items[place - 1]?.carriedOver ?? 0}
              now={now}
              link={sourceLink(workspaces.ticketUrlTemplate, head.workspace, ticket.id)}
              text={cardText}
              updates={
                <>
                  <TicketUpdates key={ticket.id} update={updates.get(ticket.id) ?? null} now={now} />
                  {last !== null && (
                    <SinceLastNote head={last.head} since={last.since.get(ticket.id) ?? null} now={now} />
                  )}
                </>
              }
            />
          )}
          <PrintNote note={note} />
          {progress.done === progress.total && (
            <EndBand progress={progress} finished={finished} card={card} onEnd={end} />
          )}
          <NoteForm
            // Another ticket has fields of its own: what is half typed or half pressed in these ends with them.
            key={note.ticket}
            note={note}
            fields={handlers.fields}
            people={people}
            assignee={personLabel(ticket?.assignedUser ?? null)}
            onMark={(mark) => say(actions.mark(mark, note.ticket))}
            onNote={actions.note}
            onSettle={session.settle}
            onFinish={() => say(actions.finish())}
            onUndo={() => say(actions.undo())}
          />
        </div>
        <nav className={styles.queue} aria-label="Queue" data-printed>
          <p className={styles.reviewed}>{reviewedLabel(progress)}</p>
          {filter.found !== null && <QueueFilter {...filter} found={filter.found} />}
          <Queue
            items={head.items}
            current={view.current}
            shown={filter.shown}
            tickets={tickets}
            notes={notes}
            changed={changed}
            onGo={actions.go}
            onKeepFocus={keepFocusFor}
          />
        </nav>
      </main>
      {asksToEnd && <EndDialog progress={progress} onEnd={end} onClose={goOn} />}
      <Announcement>{announced}</Announcement>
      <Announcement>{said}</Announcement>
    </div>
  );
}
