import type { Note } from '../../../contract/meeting/index.ts';
import { formatDay } from '../../format/dates.ts';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import { MARK_STYLES } from '../notes/mark-styles.ts';
import styles from './print.module.css';

/** A ticket's note on paper, in place of the fields on screen. */
export function PrintNote({ note: { mark, decision, owner, due } }: { readonly note: Note }) {
  return (
    <PrintedOnly>
      <dl className={styles.note}>
        <Line name="Outcome" value={mark === null ? '' : MARK_STYLES[mark].done} />
        <Line name="Decision" value={decision} />
        <Line name="Owner" value={owner} />
        <Line name="Due" value={due === '' ? '' : formatDay(due, 'UTC')} />
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
