import type { ReportSchedule } from '../../contract/index.ts';
import type { RecordedSource } from '../history/stored.ts';

/** A schedule as it is stored, with what became of its mails. Instants are epoch milliseconds. */
export interface StoredReport extends ReportSchedule {
  /** The instant from which on its times hold: what was due before is not sent. */
  readonly since: number;
  /** The due instant of the last mail that was begun; null for none, or when that was taken back. */
  readonly begun: number | null;
  readonly lastSentAt: number | null;
  readonly problem: string | null;
}

/** What became of a mail that was begun. */
interface ReportOutcome {
  /** Null when it was not sent. */
  readonly sentAt: number | null;
  readonly problem: string | null;
  /** Whether it may be begun again: nobody can have got it. */
  readonly again: boolean;
}

/** The schedules, of all workspaces. Every method rejects with a `StoreError` when it fails. */
export interface ReportStore {
  /** Null for a workspace that has none. */
  load(source: RecordedSource): Promise<StoredReport | null>;
  /**
   * Writes a schedule in the place of the version that it names, under the next version.
   *
   * @param since where its times are others than before; else those before hold on
   * @returns null when there is another version by now
   */
  save(source: RecordedSource, schedule: ReportSchedule, since: number): Promise<StoredReport | null>;
  /**
   * Notes that the mail of an instant is begun: whoever gets true must send it, and nobody gets it twice. Until the outcome is
   * noted, `problem` tells that it is not known.
   *
   * @param version the schedule that it is sent by; one that was changed meanwhile begins nothing
   */
  begin(source: RecordedSource, version: number, due: number, problem: string): Promise<boolean>;
  /** Notes what became of a mail, if it is still the last that was begun. */
  finish(source: RecordedSource, due: number, outcome: ReportOutcome): Promise<void>;
  /** Notes a problem before anything was begun. */
  tell(source: RecordedSource, problem: string): Promise<void>;
}

/** Whether two schedules are due at the same times. */
export function hasSameTimes(one: ReportSchedule, other: ReportSchedule): boolean {
  const keys = ['weekday', 'at', 'zone', 'enabled'] as const;
  return keys.every((key) => one[key] === other[key]);
}
