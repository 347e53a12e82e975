import { Download, EyeOff } from 'lucide-react';
import { useSeesCustomers } from '../../account/role.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { useSettings } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useShownList } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { useSelection } from '../selection/use-selection.ts';
import styles from './export-dialog.module.css';
import { FileFields } from './file-fields.tsx';
import { OptionGroup, RadioOption } from './option-group.tsx';

/** Options of an export, as the reader chose them. */
export interface ExportChoices {
  /** Only the selected tickets, where there are any; else everything that matches. */
  readonly selected: boolean;
  readonly columns: 'shown' | 'all';
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
  const seesCustomers = useSeesCustomers();
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
      <OptionGroup title="Tickets">
        <RadioOption
          name="tickets"
          checked={!choices.selected || picked === 0}
          onChange={() => set({ selected: false })}
        >
          All {formatCount(total)} that match, on every page
        </RadioOption>
        {picked > 0 && (
          <RadioOption name="tickets" checked={choices.selected} onChange={() => set({ selected: true })}>
            The {formatCount(picked)} selected
          </RadioOption>
        )}
      </OptionGroup>
      <OptionGroup title="Columns">
        <RadioOption
          name="columns"
          checked={choices.columns === 'shown'}
          onChange={() => set({ columns: 'shown' })}
        >
          As in the table: {formatCountOf(terms.length, 'column')}, in this order
        </RadioOption>
        <RadioOption
          name="columns"
          checked={choices.columns === 'all'}
          onChange={() => set({ columns: 'all' })}
        >
          Every field
        </RadioOption>
      </OptionGroup>
      <FileFields />
      {masked && seesCustomers && (
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
