import { Download, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useSettings } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { useSelection } from '../selection/use-selection.ts';
import styles from './export-dialog.module.css';
import type { NotesPlace } from './export-files.ts';

/** Options of an export, as the reader chose them. */
export interface ExportChoices {
  /** Only the selected tickets, where there are any; else everything that matches. */
  readonly selected: boolean;
  readonly columns: 'shown' | 'all';
  readonly notes: NotesPlace;
}

interface ExportFormProps {
  readonly choices: ExportChoices;
  readonly onChange: (choices: ExportChoices) => void;
  readonly onStart: () => void;
}

/** Form of an export's options. */
export function ExportForm({ choices, onChange, onStart }: ExportFormProps) {
  const { list } = useShownList();
  const { selection, count } = useSelection();
  const { terms } = useColumns();
  const { masked } = useSettings();
  const picked = selection.kind === 'picked' ? count : 0;
  const total = list?.page.total ?? 0;
  const set = (change: Partial<ExportChoices>) => onChange({ ...choices, ...change });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <Question title="Tickets">
        <Answer
          name="tickets"
          checked={!choices.selected || picked === 0}
          onChange={() => set({ selected: false })}
        >
          All {formatCount(total)} that match, on every page
        </Answer>
        {picked > 0 && (
          <Answer name="tickets" checked={choices.selected} onChange={() => set({ selected: true })}>
            The {formatCount(picked)} selected
          </Answer>
        )}
      </Question>
      <Question title="Columns">
        <Answer
          name="columns"
          checked={choices.columns === 'shown'}
          onChange={() => set({ columns: 'shown' })}
        >
          As in the table: {formatCountOf(terms.length, 'column')}, in this order
        </Answer>
        <Answer name="columns" checked={choices.columns === 'all'} onChange={() => set({ columns: 'all' })}>
          Every field
        </Answer>
      </Question>
      <Question title="Include export notes">
        <Answer name="notes" checked={choices.notes === 'file'} onChange={() => set({ notes: 'file' })}>
          In a separate file
        </Answer>
        <Answer name="notes" checked={choices.notes === 'lines'} onChange={() => set({ notes: 'lines' })}>
          In the file’s header
        </Answer>
        <Answer name="notes" checked={choices.notes === 'none'} onChange={() => set({ notes: 'none' })}>
          None
        </Answer>
      </Question>
      {masked && (
        <p className={styles.note}>
          <EyeOff aria-hidden />
          Customers’ names and e-mails are hidden, in the file too.
        </p>
      )}
      {list?.snapshot.whole === false && (
        <p className={styles.note}>Not all tickets have been read from QuestionPro: some will be missing.</p>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          <Download aria-hidden />
          Export
        </Button>
      </div>
    </form>
  );
}

function Question({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.question}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface AnswerProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

function Answer({ name, checked, onChange, children }: AnswerProps) {
  return (
    <label className={styles.answer}>
      <input type="radio" name={name} checked={checked} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}
