import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { serverNow } from '../../clock/server-clock.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { sourceLink } from '../../format/source-link.ts';
import { MAIN_PART, SkipLink } from '../../ui/skip-link.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import { addressOf } from '../frame/address-of.ts';
import type { Place } from '../frame/no-meeting.tsx';
import { useLive } from '../live/use-live.ts';
import { placeOfCurrent, reached, ticketAt } from '../record/change.ts';
import { useShownTickets } from '../record/masked.ts';
import { emptyNote } from '../record/meeting.ts';
import type { Session } from '../session/session.ts';
import { useMeeting } from '../session/use-session.ts';
import type { Kept } from '../store/kept.ts';
import { Card } from './card.tsx';
import { describeTicket } from './describe-ticket.ts';
import { LiveLine } from './live-line.tsx';
import { News } from './news.tsx';
import { NoteBar } from './note-bar.tsx';
import { suggestPeople } from './people.ts';
import { PrintedHead } from './printed-head.tsx';
import { PrintedNote } from './printed-note.tsx';
import { Queue } from './queue.tsx';
import { SavedWords } from './saved-words.tsx';
import { useAdding } from './use-adding.ts';
import { useFocusOnTicket } from './use-focus-on-ticket.ts';
import { useNews } from './use-news.ts';
import { useNumberJump } from './use-number-jump.ts';
import { useWalkCommands } from './use-walk-commands.ts';
import { walkActions } from './walk-actions.ts';
import { WalkHeader } from './walk-header.tsx';
import styles from './walk-screen.module.css';

/** How often ages and times are told anew, in milliseconds. */
const TICK = 20_000;

interface WalkProps extends Place {
  readonly session: Session;
  readonly kept: Kept;
}

/** The meeting at work: the ticket that is up, the queue beside it, and what is said about it. */
export function Walk({ session, kept, workspaces, workspace }: WalkProps) {
  const meeting = useMeeting(session);
  const { head, notes } = meeting;
  const tickets = useShownTickets(meeting);
  const served = workspaces.workspaces.some(({ id }) => id === head.workspace);
  const live = useLive(head, served);
  const news = useNews(meeting, live.look);
  const changed = useMemo(() => new Set(news.keys()), [news]);
  const now = useServerNow(TICK);
  const [said, say] = useState('');
  const adding = useAdding(session, live);
  const [trouble, setTrouble] = useState<string | null>(null);

  const actions = useMemo(() => walkActions(session), [session]);
  const words = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  const keepFocusFor = useFocusOnTicket(head.current, card);
  const decision = useRef<HTMLInputElement>(null);
  const owner = useRef<HTMLInputElement>(null);
  const fields = useMemo(() => ({ decision, owner }), []);
  const digits = useNumberJump(useCallback((place: number) => say(actions.jump(place)), [actions]));
  const { add } = adding;
  const orders = useMemo(
    () => ({
      actions,
      fields,
      say,
      words,
      toggleMask: () => {
        const masked = !session.read().head.masked;
        session.change({ kind: 'head', head: { masked } });
        say(masked ? 'Customers’ names are hidden' : 'Customers’ names are shown');
      },
      toggleClock: () => session.change({ kind: 'head', head: { clock: !session.read().head.clock } }),
      openRoom: () => {
        const { id } = session.read().head;
        setTrouble(openRoom(addressOf(workspace.id, id, 'room'), id) ? null : BLOCKED);
      },
      addNewOnes: () => void add().then(say),
      end: () => {
        session.change({ kind: 'head', head: { endedAt: new Date(serverNow()).toISOString() } });
        navigate(addressOf(workspace.id, session.read().head.id, 'minutes'));
      },
    }),
    [actions, fields, session, workspace.id, add],
  );
  useWalkCommands(orders);

  const place = placeOfCurrent(head);
  useDocumentTitle(`${place} of ${head.entries.length} · ${head.name}`);
  const ticket = tickets.get(head.current);
  const note = notes.get(head.current) ?? emptyNote(head.current);
  const people = useMemo(
    () => suggestPeople(ticket?.assignedUser ?? null, meeting.tickets, kept.meetings),
    [ticket?.assignedUser, meeting.tickets, kept.meetings],
  );
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    if (ticket !== undefined) setAnnounced(describeTicket(ticket, place, head.entries.length));
  }, [ticket, place, head.entries.length]);

  return (
    <div className={styles.screen}>
      <SkipLink>Skip to the ticket</SkipLink>
      <WalkHeader
        head={head}
        workspace={workspace.id}
        demo={workspaces.mode === 'demo'}
        digits={digits}
        onStep={(by, byKey) => {
          if (byKey) keepFocusFor(ticketAt(head, place + by));
          say(actions.step(by));
        }}
        onMask={orders.toggleMask}
        onClock={orders.toggleClock}
        onRoom={orders.openRoom}
        onEnd={orders.end}
      />
      <LiveLine
        head={head}
        live={live}
        failure={trouble ?? adding.failure}
        now={now}
        onAdd={orders.addNewOnes}
      >
        <SavedWords session={session} lasting={kept.lasting} />
      </LiveLine>
      <PrintedHead head={head} />
      <main id={MAIN_PART} tabIndex={-1} className={styles.stage}>
        <div className={styles.now}>
          {ticket && (
            <Card
              cardRef={card}
              ticket={ticket}
              carried={head.entries[place - 1]?.carried ?? 0}
              now={now}
              link={sourceLink(workspaces.ticketUrlTemplate, head.workspace, ticket.id)}
              words={words}
              news={<News key={ticket.id} news={news.get(ticket.id) ?? null} now={now} />}
            />
          )}
          <PrintedNote note={note} />
          <NoteBar
            // Another ticket has fields of its own: what is half typed or half pressed in these ends with them.
            key={note.ticket}
            note={note}
            fields={fields}
            people={people}
            onMark={(mark) => say(actions.mark(mark, note.ticket))}
            onNote={(change) => actions.note(change, note.ticket)}
            onSettle={session.settle}
            onUndo={() => say(actions.undo())}
          />
        </div>
        <nav className={styles.queue} aria-label="Queue" data-printed>
          <p className={styles.reached}>
            {reached(notes)} of {head.entries.length} reached
          </p>
          <Queue
            head={head}
            tickets={tickets}
            notes={notes}
            changed={changed}
            onGo={actions.go}
            onKeepFocus={keepFocusFor}
          />
        </nav>
      </main>
      <Announcement>{announced}</Announcement>
      <Announcement>{said}</Announcement>
    </div>
  );
}

/** A window with a name of its own is found again instead of being opened twice. False when the browser blocks it. */
function openRoom(address: string, id: string): boolean {
  const room = open(address, `loopdesk-room-${id}`, 'popup,width=1280,height=760');
  room?.focus();
  return room !== null;
}

const BLOCKED = 'The browser has blocked the room’s window: allow pop-ups for this address.';
