import { Unplug } from 'lucide-react';
import { useRef } from 'react';
import { useServerNow } from '../../clock/use-server-now.ts';
import { DemoBadge } from '../../frame/header.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import type { Place } from '../frame/no-meeting.tsx';
import { useLive } from '../live/use-live.ts';
import { placeOfCurrent } from '../record/change.ts';
import { useShownTickets } from '../record/masked.ts';
import type { Meeting } from '../record/meeting.ts';
import { Card } from '../walk/card.tsx';
import { describeTicket } from '../walk/describe-ticket.ts';
import { News } from '../walk/news.tsx';
import { PrintedHead } from '../walk/printed-head.tsx';
import { useFocusOnTicket } from '../walk/use-focus-on-ticket.ts';
import { useNews } from '../walk/use-news.ts';
import styles from './room.module.css';
import { useFollowing } from './use-following.ts';

interface RoomProps extends Place {
  /** The meeting as it was read last. */
  readonly kept: Meeting;
  /** What is kept has come to differ from it. */
  readonly onBehind: () => void;
}

const LOST =
  'The presenter’s window is gone. This is the last ticket; it goes on by itself once the meeting is open again.';

/** How often ages are told anew, in milliseconds. */
const TICK = 20_000;

/** Follows the window that leads the meeting, from ticket to ticket. */
export function Room({ kept, onBehind, workspaces }: RoomProps) {
  const { head, led } = useFollowing(kept, onBehind);
  const meeting = { ...kept, head };
  const tickets = useShownTickets(meeting);
  const served = workspaces.workspaces.some(({ id }) => id === head.workspace);
  const { look } = useLive(head, served);
  const news = useNews(meeting, look);
  const now = useServerNow(TICK);
  const words = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  useFocusOnTicket(head.current, card);
  const place = placeOfCurrent(head);
  const last = head.entries.length;
  const ticket = tickets.get(head.current);
  useDocumentTitle(`Room · ${head.name}`);
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          <bdi>{head.name}</bdi>
        </h1>
        {workspaces.mode === 'demo' && <DemoBadge />}
        <p role="status" className={styles.lost}>
          {!led && (
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
      <PrintedHead head={head} />
      <main className={styles.main}>
        {ticket && (
          <Card
            cardRef={card}
            ticket={ticket}
            carried={head.entries[place - 1]?.carried ?? 0}
            now={now}
            link={null}
            words={words}
            news={<News key={ticket.id} news={news.get(ticket.id) ?? null} now={now} />}
          />
        )}
      </main>
      <Announcement>{ticket ? describeTicket(ticket, place, last) : ''}</Announcement>
    </div>
  );
}
