import { formatDay } from '../../format/dates.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import type { Note } from '../record/meeting.ts';
import { MARK_LOOKS } from './mark-looks.ts';
import styles from './printed.module.css';

/** What the meeting has said about a ticket, on paper: what stands in the fields on screen. */
export function PrintedNote({ note: { mark, decision, owner, due } }: { readonly note: Note }) {
  return (
    <PrintedOnly>
      <dl className={styles.note}>
        <Line name="Outcome" value={mark === null ? '' : MARK_LOOKS[mark].done} />
        <Line name="Decision" value={decision} />
        <Line name="Who" value={owner} />
        <Line name="By when" value={due === '' ? '' : formatDay(due, 'UTC')} />
      </dl>
    </PrintedOnly>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value || '–'}</dd>
    </div>
  );
}
