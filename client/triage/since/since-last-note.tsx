import { ArrowRight, History } from 'lucide-react';
import { dayIn } from '../../../contract/index.ts';
import type { MeetingHead, Note } from '../../../contract/meeting/index.ts';
import { formatDay } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import type { SinceLast } from './since-last.ts';
import styles from './since-last-note.module.css';

interface SinceLastNoteProps {
  /** The meeting of then. */
  readonly head: MeetingHead;
  /** Null for a ticket that it did not have. */
  readonly since: SinceLast | null;
  /** The time, in epoch milliseconds. */
  readonly now: number;
}

/** The card's word about the last meeting: what was decided on the ticket, by whom it is done until when, and its changes. */
export function SinceLastNote({ head, since, now }: SinceLastNoteProps) {
  const zone = useZone();
  return (
    <section className={styles.note} aria-label="Since the last meeting" data-printed>
      <History aria-hidden />
      <div className={styles.words}>
        <p>
          <span className={styles.when}>Last time, {formatDay(head.startedAt, zone)}:</span>{' '}
          {since === null ? (
            'not in that meeting'
          ) : since.note === null ? (
            'not reviewed'
          ) : (
            <Decision note={since.note} today={dayIn(now, zone)} />
          )}
        </p>
        {since !== null && (
          <ul className={styles.changes}>
            {since.differences.length === 0 && <li>Nothing has changed since</li>}
            {since.differences.map(({ title, from, to, long }) => (
              <li key={title}>
                {long ? (
                  'The words have changed'
                ) : (
                  <>
                    {title}: <bdi>{from}</bdi> <ArrowRight aria-label="is now" /> <b>{to}</b>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Decision({ note, today }: { readonly note: Note; readonly today: string }) {
  const { mark, decision, owner, due } = note;
  return (
    <>
      {decision === '' ? (
        mark === null ? (
          'no decision'
        ) : (
          MARK_STYLES[mark].done
        )
      ) : (
        <b dir="auto">{decision}</b>
      )}
      {owner !== '' && (
        <>
          , <bdi>{owner}</bdi>
        </>
      )}
      {due !== '' && (
        <>
          , due {formatDay(due, 'UTC')}
          {due < today && <strong className={styles.late}> (past)</strong>}
        </>
      )}
    </>
  );
}
