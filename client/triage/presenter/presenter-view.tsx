import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { noteOf } from '../../../contract/meeting/index.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { sourceLink } from '../../format/source-link.ts';
import { MAIN_PART, SkipLink } from '../../ui/skip-link.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { meetingAddress } from '../layout/meeting-address.ts';
import type { WorkspaceProps } from '../layout/meeting-not-found.tsx';
import { useLiveMeeting } from '../live/use-live-state.ts';
import { currentPosition, ticketAtPosition } from '../model/local-meeting.ts';
import { useVisibleTickets } from '../model/mask-meeting.ts';
import { countReviewed } from '../model/meeting-entries.ts';
import { NoteForm } from '../notes/note-form.tsx';
import { suggestOwners } from '../notes/suggest-owners.ts';
import { PrintHeader } from '../print/print-header.tsx';
import { PrintNote } from '../print/print-note.tsx';
import { Queue } from '../queue/queue.tsx';
import type { MeetingSession } from '../session/meeting-session.ts';
import { useMeeting } from '../session/use-open-meeting.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import { describeTicket } from '../ticket-card/describe-ticket.ts';
import { TicketCard } from '../ticket-card/ticket-card.tsx';
import { TicketUpdates } from '../ticket-card/ticket-updates.tsx';
import { useFocusOnTicket } from '../ticket-card/use-focus-on-ticket.ts';
import { useTicketUpdates } from '../ticket-card/use-ticket-updates.ts';
import { presenterActions } from './presenter-actions.ts';
import { PresenterHeader } from './presenter-header.tsx';
import styles from './presenter-screen.module.css';
import { SavingStatus } from './saving-status.tsx';
import { StatusLine } from './status-line.tsx';
import { useAddTickets } from './use-add-tickets.ts';
import { useNumberJump } from './use-number-jump.ts';
import { usePresenterCommands } from './use-presenter-commands.ts';

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
  const now = useServerNow(TICK);
  const [announcedAction, say] = useState('');
  const adding = useAddTickets(session, live);
  const [popupFailure, setPopupFailure] = useState<string | null>(null);

  const actions = useMemo(() => presenterActions(session), [session]);
  const cardText = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  const keepFocusFor = useFocusOnTicket(view.current, card);
  const decision = useRef<HTMLInputElement>(null);
  const owner = useRef<HTMLInputElement>(null);
  const fields = useMemo(() => ({ decision, owner }), []);
  const digits = useNumberJump(useCallback((place: number) => say(actions.jump(place)), [actions]));
  const { add } = adding;
  const handlers = useMemo(
    () => ({
      actions,
      fields,
      say,
      cardText,
      toggleMask: () => {
        const masked = !session.read().view.masked;
        session.setView({ masked });
        say(masked ? 'Customers’ names are hidden' : 'Customers’ names are shown');
      },
      toggleClock: () => session.setView({ timer: !session.read().view.timer }),
      openAudienceWindow: () => {
        const { id } = session.read().head;
        setPopupFailure(openAudienceWindow(meetingAddress(workspace.id, id, 'room'), id) ? null : BLOCKED);
      },
      addNewTickets: () => void add().then(say),
      end: () => {
        void session.dispatch({ type: 'set-ended', endedAt: new Date(serverNow()).toISOString() });
        navigate(meetingAddress(workspace.id, session.read().head.id, 'minutes'));
      },
    }),
    [actions, fields, session, workspace.id, add],
  );
  usePresenterCommands(handlers);

  const place = currentPosition(meeting);
  useDocumentTitle(`${place} of ${head.items.length} · ${head.title}`);
  const ticket = tickets.get(view.current);
  const note = noteOf(meeting, view.current);
  const people = useMemo(
    () => suggestOwners(ticket?.assignedUser ?? null, meeting.tickets, stored.meetings),
    [ticket?.assignedUser, meeting.tickets, stored.meetings],
  );
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
        demo={workspaces.mode === 'demo'}
        digits={digits}
        onStep={(by, byKey) => {
          if (byKey) keepFocusFor(ticketAtPosition(meeting, place + by));
          say(actions.step(by));
        }}
        onMask={handlers.toggleMask}
        onClock={handlers.toggleClock}
        onAudience={handlers.openAudienceWindow}
        onEnd={handlers.end}
      />
      <StatusLine
        head={head}
        live={live}
        failure={popupFailure ?? adding.failure}
        now={now}
        onAdd={handlers.addNewTickets}
      >
        <SavingStatus session={session} lasting={stored.lasting} />
      </StatusLine>
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
              updates={<TicketUpdates key={ticket.id} update={updates.get(ticket.id) ?? null} now={now} />}
            />
          )}
          <PrintNote note={note} />
          <NoteForm
            // Another ticket has fields of its own: what is half typed or half pressed in these ends with them.
            key={note.ticket}
            note={note}
            fields={fields}
            people={people}
            onMark={(mark) => say(actions.mark(mark, note.ticket))}
            onNote={actions.note}
            onSettle={session.settle}
            onUndo={() => say(actions.undo())}
          />
        </div>
        <nav className={styles.queue} aria-label="Queue" data-printed>
          <p className={styles.reviewed}>
            {countReviewed(notes)} of {head.items.length} reviewed
          </p>
          <Queue
            items={head.items}
            current={view.current}
            tickets={tickets}
            notes={notes}
            changed={changed}
            onGo={actions.go}
            onKeepFocus={keepFocusFor}
          />
        </nav>
      </main>
      <Announcement>{announced}</Announcement>
      <Announcement>{announcedAction}</Announcement>
    </div>
  );
}

/** A window with a name of its own is found again instead of being opened twice. False when the browser blocks it. */
function openAudienceWindow(address: string, id: string): boolean {
  const room = open(address, `loopdesk-room-${id}`, 'popup,width=1280,height=760');
  room?.focus();
  return room !== null;
}

const BLOCKED = 'The browser has blocked the presenter view: allow pop-ups for this address.';
