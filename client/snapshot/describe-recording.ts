import type { Calendar, RecordingStatus } from '../../contract/index.ts';
import { formatExact, formatMoment } from '../format/dates.ts';

/** The state of what is recorded: since when, the last of it, and why there is none. */
export function describeRecording(
  { since, lastAt, problem }: RecordingStatus,
  { now, zone }: Calendar,
): string {
  const last = lastAt === null ? '' : `, last at ${formatMoment(lastAt, now, zone)}`;
  if (problem !== null) {
    return `Nothing since ${formatMoment(problem.since, now, zone)}: ${problem.message} Lists go on.`;
  }
  return since === null
    ? 'Nothing yet: it begins with the next read'
    : `since ${formatExact(since, zone)}${last}`;
}

const PLACES: Readonly<Record<RecordingStatus['store'], string>> = {
  embedded: 'on the machine that Loopdesk runs on',
  postgres: 'in a PostgreSQL database',
  memory: 'in memory only: it ends with Loopdesk’s process',
};

/** The place where what is recorded is kept. */
export function describeStore({ store }: RecordingStatus): string {
  return PLACES[store];
}
