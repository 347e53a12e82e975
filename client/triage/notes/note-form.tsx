import { Undo2 } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { MARKS, MAX_TEXT, type Mark, type Note, type NoteChange } from '../../../contract/meeting/index.ts';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { DueField } from './due-field.tsx';
import { MARK_STYLES } from './mark-styles.ts';
import styles from './note-form.module.css';
import { OwnerField } from './owner-field.tsx';

/** The fields that shortcuts put the caret into, in their order. */
export interface NoteFields {
  readonly decision: RefObject<HTMLTextAreaElement | null>;
  readonly owner: RefObject<HTMLInputElement | null>;
  readonly due: RefObject<HTMLInputElement | null>;
}

interface NoteFormProps {
  readonly note: Note;
  readonly fields: NoteFields;
  /** Suggested owners, the likeliest first. */
  readonly people: readonly string[];
  /** The ticket's assignee; null for none. */
  readonly assignee: string | null;
  readonly onMark: (mark: Mark) => void;
  readonly onNote: (change: NoteChange) => void;
  /** Called when a field loses the focus. */
  readonly onSettle: () => void;
  /** Called when the note is complete: by Enter in its last field, or with Ctrl or ⌘ in any. */
  readonly onFinish: () => void;
  readonly onUndo: () => void;
}

/** The form for the meeting's note on the current ticket. */
export function NoteForm({ note, fields, people, assignee, ...on }: NoteFormProps) {
  const { ticket, decision } = note;
  const { onMark, onNote, onSettle, onFinish, onUndo } = on;
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
      <div className={styles.fields} onKeyDown={(event) => onFieldKey(event, fields, onFinish)}>
        <label className={styles.decision}>
          <span>
            Decision <kbd>n</kbd>
          </span>
          {/* It grows with its text, which a copy behind it measures. */}
          <span className={styles.grow} data-text={decision}>
            <textarea
              ref={fields.decision}
              rows={2}
              value={decision}
              maxLength={MAX_TEXT.decision}
              autoComplete="off"
              dir="auto"
              enterKeyHint="next"
              onChange={(event) => onNote({ type: 'set-decision', ticket, decision: event.target.value })}
            />
          </span>
        </label>
        <OwnerField
          input={fields.owner}
          owner={note.owner}
          people={people}
          assignee={assignee}
          onOwner={(owner) => onNote({ type: 'set-owner', ticket, owner })}
        />
        <DueField
          input={fields.due}
          due={note.due}
          onDue={(due) => onNote({ type: 'set-due', ticket, due })}
        />
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
  const { icon: Icon, order, key, hint } = MARK_STYLES[mark];
  return (
    <Button
      className={styles.mark}
      data-mark={mark}
      aria-pressed={pressed}
      title={hint}
      onClick={() => onMark(mark)}
    >
      <Icon aria-hidden />
      {order} <kbd>{key}</kbd>
    </Button>
  );
}

/**
 * Enter goes on to the next field, with Shift to the next line of a decision, and from the last field on to what follows.
 * Escape leaves any.
 */
function onFieldKey(event: KeyboardEvent, fields: NoteFields, onFinish: () => void): void {
  const order: readonly (HTMLElement | null)[] = [
    fields.decision.current,
    fields.owner.current,
    fields.due.current,
  ];
  const place = order.indexOf(event.target as HTMLElement);
  if (place < 0 || isComposing(event.nativeEvent)) return;
  const isEnter = event.key === 'Enter' && !event.shiftKey;
  if (event.key !== 'Escape' && !isEnter) return;
  event.preventDefault();
  const next = isEnter && !event.ctrlKey && !event.metaKey ? order[place + 1] : null;
  if (next) {
    next.focus();
    return;
  }
  order[place]?.blur();
  if (isEnter) onFinish();
}
