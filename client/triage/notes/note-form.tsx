import { Undo2 } from 'lucide-react';
import { type KeyboardEvent, memo, type RefObject, useRef } from 'react';
import { MARKS, MAX_TEXT, type Mark, type Note, type NoteChange } from '../../../contract/meeting/index.ts';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { DueField } from './due-field.tsx';
import { MARK_STYLES } from './mark-styles.ts';
import styles from './note-form.module.css';

/** The fields that shortcuts put the caret into. */
export interface NoteFields {
  readonly decision: RefObject<HTMLInputElement | null>;
  readonly owner: RefObject<HTMLInputElement | null>;
}

interface NoteFormProps {
  readonly note: Note;
  readonly fields: NoteFields;
  /** Suggested owners, the likeliest first. */
  readonly people: readonly string[];
  readonly onMark: (mark: Mark) => void;
  readonly onNote: (change: NoteChange) => void;
  /** Called when a field loses the focus. */
  readonly onSettle: () => void;
  readonly onUndo: () => void;
}

/** The form for the meeting's note on the current ticket. */
export function NoteForm({ note, fields, people, onMark, onNote, onSettle, onUndo }: NoteFormProps) {
  const { ticket } = note;
  const due = useRef<HTMLInputElement>(null);
  const order = [fields.decision, fields.owner, due];
  return (
    <section className={styles.bar} aria-label="What the meeting says" data-distance="far" onBlur={onSettle}>
      <div className={styles.marks}>
        {MARKS.map((mark) => (
          <MarkButton key={mark} mark={mark} pressed={note.mark === mark} onMark={onMark} />
        ))}
        <Button variant="plain" className={styles.undo} onClick={onUndo}>
          <Undo2 aria-hidden />
          Undo <kbd>u</kbd>
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields in it, which are interactive */}
      <div className={styles.fields} onKeyDown={(event) => onFieldKey(event, order)}>
        <label className={styles.decision}>
          <span>
            Decision <kbd>n</kbd>
          </span>
          <input
            ref={fields.decision}
            value={note.decision}
            maxLength={MAX_TEXT.decision}
            autoComplete="off"
            dir="auto"
            enterKeyHint="next"
            onChange={(event) => onNote({ type: 'set-decision', ticket, decision: event.target.value })}
          />
        </label>
        <label className={styles.owner}>
          <span>
            Owner <kbd>w</kbd>
          </span>
          <input
            ref={fields.owner}
            value={note.owner}
            maxLength={MAX_TEXT.owner}
            autoComplete="off"
            dir="auto"
            enterKeyHint="next"
            list="meeting-people"
            onChange={(event) => onNote({ type: 'set-owner', ticket, owner: event.target.value })}
          />
        </label>
        <OwnerSuggestions people={people} />
        <DueField input={due} due={note.due} onDue={(due) => onNote({ type: 'set-due', ticket, due })} />
      </div>
    </section>
  );
}

interface MarkButtonProps {
  readonly mark: Mark;
  readonly pressed: boolean;
  readonly onMark: (mark: Mark) => void;
}

function MarkButton({ mark, pressed, onMark }: MarkButtonProps) {
  const { icon: Icon, order, key } = MARK_STYLES[mark];
  return (
    <Button className={styles.mark} data-mark={mark} aria-pressed={pressed} onClick={() => onMark(mark)}>
      <Icon aria-hidden />
      {order} <kbd>{key}</kbd>
    </Button>
  );
}

const OwnerSuggestions = memo(function OwnerSuggestions({ people }: { readonly people: readonly string[] }) {
  return (
    <datalist id="meeting-people">
      {people.map((person) => (
        <option key={person} value={person} />
      ))}
    </datalist>
  );
});

/** Enter goes on to the next field, and from the last one out of them, as Escape does from any. */
function onFieldKey(event: KeyboardEvent, order: readonly RefObject<HTMLInputElement | null>[]): void {
  const place = order.findIndex(({ current }) => current === event.target);
  if (place < 0 || isComposing(event.nativeEvent)) return;
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  event.preventDefault();
  const next = event.key === 'Enter' ? order[place + 1] : undefined;
  if (next === undefined) order[place]?.current?.blur();
  else next.current?.focus();
}
