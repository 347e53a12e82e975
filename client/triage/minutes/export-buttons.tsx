import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { BYTE_ORDER_MARK } from '../../../contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/clipboard.ts';
import { saveText } from '../../ui/save-file.ts';
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

const FORMATS = [
  { name: 'Markdown', write: toMarkdown },
  { name: 'text', write: toPlainText },
  { name: 'CSV', write: toCsv },
] as const;

/** The result of the last copy. */
type Copied = { readonly name: string; readonly refused: string | null } | null;

/** The buttons that export minutes. */
export function ExportButtons({ minutes, reading }: ExportButtonsProps) {
  const [copied, setCopied] = useState<Copied>(null);
  const copy = async (name: string, text: string) => {
    const done = await copyText(text);
    setCopied({ name, refused: done ? null : text });
  };
  return (
    <>
      {FORMATS.map(({ name, write }) => (
        <Button key={name} onClick={() => void copy(name, write(minutes, reading))}>
          <Copy aria-hidden />
          Copy as {name}
        </Button>
      ))}
      <Button
        onClick={() =>
          saveText(
            `minutes-${minutes.startedAt.slice(0, 10)}.csv`,
            BYTE_ORDER_MARK + toCsv(minutes),
            'text/csv',
          )
        }
      >
        <Download aria-hidden />
        CSV file
      </Button>
      <span role="status" className={styles.copied}>
        {copied !== null && copied.refused === null && `Copied as ${copied.name}`}
      </span>
      {copied !== null && copied.refused !== null && (
        <label className={styles.byHand}>
          The browser refused to copy. Here is the {copied.name} to copy by hand:
          <textarea readOnly rows={8} value={copied.refused} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
