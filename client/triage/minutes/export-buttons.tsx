import { Copy, FileSpreadsheet, FileText } from 'lucide-react';
import { useState } from 'react';
import { BYTE_ORDER_MARK } from '../../../contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/clipboard.ts';
import { saveFile, saveText } from '../../ui/save-file.ts';
import { toCsv } from './csv.ts';
import { toMarkdown } from './markdown.ts';
import type { Minutes } from './minutes.ts';
import type { MinutesContext } from './minutes-labels.ts';
import styles from './minutes-page.module.css';
import { toPlainText } from './plain-text.ts';

interface ExportButtonsProps {
  readonly minutes: Minutes;
  readonly reading: MinutesContext;
}

const COPIES = [
  { name: 'Markdown', write: toMarkdown },
  { name: 'text', write: toPlainText },
] as const;

/** The result of the last export: told in a sentence, with the text to copy by hand where the browser refused. */
interface Result {
  readonly told: string;
  readonly refused: string | null;
}

/** The buttons that export minutes. */
export function ExportButtons({ minutes, reading }: ExportButtonsProps) {
  const [result, setResult] = useState<Result | null>(null);
  const fileName = `minutes-${minutes.startedAt.slice(0, 10)}`;
  const copy = async (name: string, text: string) => {
    const done = await copyText(text);
    const told = done
      ? `Copied as ${name}`
      : `The browser refused to copy. Here is the ${name} to copy by hand:`;
    setResult({ told, refused: done ? null : text });
  };
  const saveWorkbook = async () => {
    try {
      const { toWorkbook, WORKBOOK_TYPE } = await import('./workbook.ts');
      const content = new Blob([toWorkbook(minutes, reading)], { type: WORKBOOK_TYPE });
      saveFile({ name: `${fileName}.xlsx`, content });
    } catch {
      // The part that writes it is loaded when it is wanted, and the server may be down then.
      setResult({ told: 'The workbook could not be made. Try again, or save it as CSV.', refused: null });
    }
  };
  return (
    <>
      {COPIES.map(({ name, write }) => (
        <Button key={name} onClick={() => void copy(name, write(minutes, reading))}>
          <Copy aria-hidden />
          Copy as {name}
        </Button>
      ))}
      <Button onClick={() => void saveWorkbook()}>
        <FileSpreadsheet aria-hidden />
        Workbook
      </Button>
      <Button onClick={() => saveText(`${fileName}.csv`, BYTE_ORDER_MARK + toCsv(minutes), 'text/csv')}>
        <FileText aria-hidden />
        CSV
      </Button>
      <span role="status" className={styles.copied}>
        {result?.refused === null && result.told}
      </span>
      {result !== null && result.refused !== null && (
        <label className={styles.byHand}>
          {result.told}
          <textarea readOnly rows={8} value={result.refused} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
