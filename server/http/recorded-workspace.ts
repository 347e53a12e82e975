import type { RecordingStatus } from '../../contract/index.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import type { ServedWorkspace } from '../snapshot/ports.ts';

/** What is recorded of a workspace. */
export interface RecordingSource {
  /** Null until what is stored has been read. */
  history(): RecordedHistory | null;
  status(): Pick<RecordingStatus, 'store' | 'since' | 'lastAt' | 'problem'>;
}

/** A workspace whose past is served, too. */
export interface RecordedWorkspace extends ServedWorkspace {
  readonly recording: RecordingSource;
}
