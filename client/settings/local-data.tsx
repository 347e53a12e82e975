import { useEffect, useRef, useState } from 'react';
import { formatSize } from '../format/numbers.ts';
import { clearBrowserStorage, listStoredItems, type StoredItem } from '../storage/browser-storage.ts';
import { Button } from '../ui/button.tsx';
import styles from './local-data.module.css';

/** Names of stored items for people; an item of a newer version has its own name only. */
const NAMES: Readonly<Record<string, string>> = {
  settings: 'These settings and the columns',
  visits: 'When you last looked',
  views: 'Your own views',
  facets: 'Which filters are folded',
  unsaved: 'Notes of a meeting that was left in a hurry',
  person: 'Who has signed in here last',
  // The one database: it has no more of a name than the product's.
  '': 'Meetings and their minutes',
};

/** The data that this browser stores for Loopdesk, and the way to clear it. */
export function LocalData() {
  const [kept, setKept] = useState<readonly StoredItem[] | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    let gone = false;
    listStoredItems().then((list) => gone || setKept(list));
    return () => {
      gone = true;
    };
  }, []);
  if (kept === null) return null;
  if (kept.length === 0) return <p className={styles.none}>Nothing is kept in this browser.</p>;
  return (
    <>
      <ul className={styles.kept}>
        {kept.map(({ name, bytes }) => (
          <li key={name}>
            <span>{NAMES[name.replace(/[.@].*/, '')] ?? name}</span>
            <span className={styles.size}>{bytes === null ? 'a database' : formatSize(bytes)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.none}>
        It is in this browser alone, and another one does not know it. It is not encrypted: whoever uses this
        browser as you do can read it, and so can any other program that is opened in it at this address.
        Meetings hold customers’ names and words, hidden or not; views may hold words that were searched for.
      </p>
      {asking ? (
        <Confirmation onKeep={() => setAsking(false)} />
      ) : (
        <Button className={styles.forgetting ?? ''} onClick={() => setAsking(true)}>
          Clear local data…
        </Button>
      )}
    </>
  );
}

function Confirmation({ onKeep }: { readonly onKeep: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    keep.current?.focus();
  }, []);
  // What the page has in memory would come back: it begins anew, as for a new reader.
  const forget = () =>
    clearBrowserStorage().then(
      () => location.reload(),
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'The browser refused.'),
    );
  return (
    <fieldset className={styles.question}>
      <legend>Clear local data?</legend>
      <p>This cannot be undone. The page reloads.</p>
      {problem !== null && <p role="alert">Not everything could be cleared: {problem}</p>}
      <div className={styles.answers}>
        <Button ref={keep} onClick={onKeep}>
          Keep it
        </Button>
        <Button className={styles.forget ?? ''} onClick={forget}>
          Clear local data
        </Button>
      </div>
    </fieldset>
  );
}
