import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCountOf, formatSize } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { estimateStorage, type StorageEstimate } from '../browser-store/storage-estimate.ts';
import type { StoredMeetings } from '../store/meetings-query.ts';
import styles from './past-meetings.module.css';

interface StorageUsageProps {
  readonly stored: StoredMeetings;
  readonly onWipe: () => void;
}

/** The storage that meetings use, how safe it is, and a way to clear it. */
export function StorageUsage({ stored, onWipe }: StorageUsageProps) {
  const [sure, setSure] = useState(false);
  const { data: estimate } = useQuery({
    queryKey: ['estimate', stored],
    queryFn: estimateStorage,
    gcTime: 0,
  });
  const count = stored.meetings.length + stored.unreadable;
  if (count === 0) return null;
  return (
    <div className={styles.storage}>
      <p>
        {formatCountOf(count, 'meeting')}, with copies of the tickets, customers’ names and words among them:
        kept in this browser and nowhere else{estimate && `; ${estimateLabel(estimate)}`}.
      </p>
      {sure ? (
        <p className={styles.sure}>
          All of them, for good?
          <Button
            onClick={() => {
              setSure(false);
              onWipe();
            }}
          >
            Yes, delete {formatCountOf(count, 'meeting')}
          </Button>
          <Button variant="plain" autoFocus onClick={() => setSure(false)}>
            Keep them
          </Button>
        </p>
      ) : (
        <Button variant="plain" onClick={() => setSure(true)}>
          Delete all
        </Button>
      )}
    </div>
  );
}

function estimateLabel({ bytes, promised }: StorageEstimate): string {
  const size = bytes === null ? [] : [`about ${formatSize(bytes)} with everything of Loopdesk’s`];
  const safety =
    promised === null
      ? []
      : [
          promised
            ? 'the browser keeps it until you wipe it'
            : 'the browser may remove it when the disk is full',
        ];
  return [...size, ...safety].join('; ');
}
