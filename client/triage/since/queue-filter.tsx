import { useMemo, useState } from 'react';
import { formatCount } from '../../format/numbers.ts';
import { Select } from '../../ui/select.tsx';
import styles from './queue-filter.module.css';
import type { SinceLast } from './since-last.ts';
import type { LastMeeting } from './use-since-last.ts';

/** The parts of the queue by what the last meeting said of them. */
const PARTS = {
  noted: { label: 'Noted last time', has: (since: SinceLast | undefined) => since?.note != null },
  changed: {
    label: 'Changed since last time',
    has: (since: SinceLast | undefined) => (since?.differences.length ?? 0) > 0,
  },
  unchanged: {
    label: 'Noted, and not changed since',
    has: (since: SinceLast | undefined) => since?.note != null && since.differences.length === 0,
  },
  fresh: { label: 'New in this meeting', has: (since: SinceLast | undefined) => since === undefined },
} as const;

type Part = keyof typeof PARTS;

const PART_NAMES = Object.keys(PARTS) as readonly Part[];

/** The filter of a queue, and the tickets that it leaves; null for all. */
export function useQueueFilter(last: LastMeeting | null, tickets: ReadonlyMap<number, unknown>) {
  const [part, setPart] = useState<Part | null>(null);
  const found = useMemo(() => {
    if (last === null) return null;
    const ids = [...tickets.keys()];
    return new Map(
      PART_NAMES.map(
        (name) => [name, new Set(ids.filter((id) => PARTS[name].has(last.since.get(id))))] as const,
      ),
    );
  }, [last, tickets]);
  return { part, setPart, found, shown: part === null ? null : (found?.get(part) ?? null) };
}

interface QueueFilterProps extends Pick<ReturnType<typeof useQueueFilter>, 'part' | 'setPart'> {
  readonly found: ReadonlyMap<Part, ReadonlySet<number>>;
}

/** The choice of a part of the queue, each with its number of tickets. */
export function QueueFilter({ part, setPart, found }: QueueFilterProps) {
  return (
    <div className={styles.filter} data-pressed-only>
      <Select
        aria-label="Since the last meeting"
        value={part ?? ''}
        onChange={({ target }) => setPart(PART_NAMES.find((name) => name === target.value) ?? null)}
      >
        <option value="">All tickets</option>
        {PART_NAMES.map((name) => (
          <option key={name} value={name}>
            {PARTS[name].label} ({formatCount(found.get(name)?.size ?? 0)})
          </option>
        ))}
      </Select>
    </div>
  );
}
