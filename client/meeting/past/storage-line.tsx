import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { type Keeping, lookAtKeeping } from '../store/keeping.ts';
import type { Kept } from '../store/kept.ts';
import styles from './past-meetings.module.css';

interface StorageLineProps {
  readonly kept: Kept;
  readonly onWipe: () => void;
}

/** What is kept here, how safely, and the way to be rid of it. */
export function StorageLine({ kept, onWipe }: StorageLineProps) {
  const [sure, setSure] = useState(false);
  const { data: keeping } = useQuery({
    queryKey: ['keeping', kept],
    queryFn: lookAtKeeping,
    gcTime: 0,
  });
  const count = kept.meetings.length + kept.unreadable;
  if (count === 0) return null;
  return (
    <div className={styles.storage}>
      <p>
        {formatCountOf(count, 'meeting')}, with copies of the tickets, customers’ names and words among them:
        kept in this browser and nowhere else{keeping && `; ${keepingWords(keeping)}`}.
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
            Yes, wipe {formatCountOf(count, 'meeting')}
          </Button>
          <Button look="plain" autoFocus onClick={() => setSure(false)}>
            Keep them
          </Button>
        </p>
      ) : (
        <Button look="plain" onClick={() => setSure(true)}>
          Wipe all
        </Button>
      )}
    </div>
  );
}

function keepingWords({ bytes, promised }: Keeping): string {
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

function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 0.1 ? `${Math.ceil(bytes / 1_000)} kB` : `${megabytes.toFixed(1)} MB`;
}
