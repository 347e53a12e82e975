import { CircleCheck, TriangleAlert } from 'lucide-react';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './export-dialog.module.css';
import type { ExportState } from './use-export.ts';

interface ExportProgressProps {
  readonly state: Exclude<ExportState, { readonly kind: 'idle' }>;
  readonly onStop: () => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Progress of an export, and its end. */
export function ExportProgress({ state, onStop, onRetry, onClose }: ExportProgressProps) {
  if (state.kind === 'running') return <Running {...state} onStop={onStop} />;
  if (state.kind === 'failed') {
    return (
      <>
        <p role="alert" className={styles.outcome}>
          <TriangleAlert aria-hidden className={styles.failed} />
          {state.message}
        </p>
        <div className={styles.actions}>
          <Button onClick={onStop}>Back</Button>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
        </div>
      </>
    );
  }
  const { rows, gone, files, newer } = state;
  return (
    <>
      <p role="status" className={styles.outcome}>
        <CircleCheck aria-hidden className={styles.saved} />
        {formatCount(rows)} of {formatCountOf(rows + gone, 'ticket')} saved.
        {gone > 0 && ` ${formatCount(gone)} of the chosen ${gone === 1 ? 'is' : 'are'} no longer there.`}
        {newer && ' The data that the list was read from is no longer kept: the file has the newest.'}
      </p>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.name}>
            <span className={styles.name}>{file.name}</span>
            <Button onClick={() => saveFile(file)}>Save again</Button>
          </li>
        ))}
      </ul>
      {files.length > 1 && (
        <p className={styles.hint}>A browser may ask whether this page may save more than one file.</p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

interface RunningProps {
  readonly rows: number;
  readonly total: number | null;
  readonly onStop: () => void;
}

function Running({ rows, total, onStop }: RunningProps) {
  return (
    <>
      <progress
        className={styles.progress}
        max={total ?? undefined}
        value={total === null ? undefined : rows}
        aria-label="Tickets that have come in"
      />
      <p className={styles.outcome}>
        {total === null ? 'The file begins …' : `${formatCount(rows)} of ${formatCountOf(total, 'ticket')}`}
      </p>
      <div className={styles.actions}>
        <Button onClick={onStop}>Cancel</Button>
      </div>
    </>
  );
}
