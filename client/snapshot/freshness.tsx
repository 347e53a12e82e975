import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SnapshotStatus } from '../../contract/index.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { extent } from './describe-snapshot.ts';
import styles from './freshness.module.css';
import { useSnapshotSummary } from './use-snapshot-summary.ts';

const SnapshotFacts = lazyPart(() => import('./snapshot-facts.tsx').then((it) => it.SnapshotFacts), {
  name: 'Data status',
  place: 'over',
});

/** Age of the data in a few words, which open all the rest. */
export function Freshness({ status }: { readonly status: SnapshotStatus }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { tone, short, age, isTrouble } = useSnapshotSummary(status);
  return (
    <section className={styles.freshness} aria-label="State of the data">
      <button
        ref={button}
        type="button"
        className={styles.button}
        data-tone={tone}
        title="Data status"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.dot} />
        <span className={styles.short} data-age={age ?? short}>
          <span>{short}</span>
        </span>
        <VisuallyHidden>{!isTrouble && `, ${extent(status)}`}. Data status</VisuallyHidden>
        <ChevronDown aria-hidden />
      </button>
      {open && <SnapshotFacts status={status} anchor={button} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** Its place before anything is known, so that nothing moves when it is. */
export function FreshnessPlace() {
  return (
    <section className={styles.freshness} aria-label="State of the data">
      <p className={styles.button} data-tone="busy">
        <span className={styles.dot} />
        <span className={styles.short}>Connecting…</span>
      </p>
    </section>
  );
}
