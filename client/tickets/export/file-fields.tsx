import { useId } from 'react';
import type { Separator } from '../../../contract/index.ts';
import { changeSettings, useSettings } from '../../settings/settings.ts';
import { Select } from '../../ui/select.tsx';
import styles from './export-dialog.module.css';
import type { NotesPlace } from './export-files.ts';
import { CheckOption, OptionGroup, RadioOption } from './option-group.tsx';
import { useSeparator } from './use-separator.ts';

const SEPARATOR_LABELS: Readonly<Record<Separator, string>> = {
  comma: 'Comma',
  semicolon: 'Semicolon',
  tab: 'Tab (.tsv)',
};

const NOTES_LABELS: Readonly<Record<NotesPlace, string>> = {
  none: 'None',
  file: 'In a separate file',
  lines: 'In the file’s header',
};

/** The part of the form that asks for the kind of file. The answers are remembered. */
export function FileFields() {
  const { fileFormat } = useSettings();
  return (
    <OptionGroup title="File">
      <RadioOption
        name="format"
        checked={fileFormat === 'workbook'}
        onChange={() => changeSettings({ fileFormat: 'workbook' })}
        hint="For Excel, LibreOffice and Sheets: real dates and numbers, and a sheet that says what the data is."
      >
        Workbook (.xlsx)
      </RadioOption>
      <RadioOption
        name="format"
        checked={fileFormat === 'csv'}
        onChange={() => changeSettings({ fileFormat: 'csv' })}
      >
        CSV, for other programs
      </RadioOption>
      {fileFormat === 'csv' && <CsvFields />}
    </OptionGroup>
  );
}

function CsvFields() {
  const { rawTexts, exportNotes } = useSettings();
  const separator = useSeparator();
  return (
    <div className={styles.parts}>
      <SelectField
        title="Separator"
        labels={SEPARATOR_LABELS}
        value={separator}
        onChoose={(chosen) => changeSettings({ separator: chosen })}
      />
      <SelectField
        title="Export notes"
        labels={NOTES_LABELS}
        value={exportNotes}
        onChoose={(place) => changeSettings({ exportNotes: place })}
      />
      <CheckOption
        checked={rawTexts}
        onChange={(raw) => changeSettings({ rawTexts: raw })}
        hint="Texts stay exactly as customers wrote them, so a spreadsheet may run them as formulas."
      >
        Raw texts, for scripts only
      </CheckOption>
    </div>
  );
}

interface SelectFieldProps<Value extends string> {
  readonly title: string;
  readonly labels: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function SelectField<Value extends string>({ title, labels, value, onChoose }: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div className={styles.part}>
      <label htmlFor={id}>{title}</label>
      <Select id={id} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {Object.entries<string>(labels).map(([known, label]) => (
          <option key={known} value={known}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}
