import { keyCaps } from '../commands/command.ts';
import { usePendingChord } from '../commands/pending-chord.ts';
import { useAllCommands } from '../commands/registry.ts';
import { Announcement } from '../ui/visually-hidden.tsx';
import styles from './key-hint.module.css';

/** The keys that can follow the first one of a pair. */
export function KeyHint() {
  const pendingChord = usePendingChord();
  const commands = useAllCommands();
  const ends =
    pendingChord === null
      ? []
      : commands.flatMap(({ id, keys, label }) => {
          const [first, second] = keys?.split(' ') ?? [];
          return first === pendingChord && second !== undefined
            ? [{ id, label, cap: keyCaps(second).join('') }]
            : [];
        });
  return (
    <>
      {ends.length > 0 && (
        <section className={styles.hint} aria-label={`After ${pendingChord}`}>
          <p className={styles.begun}>
            <kbd>{pendingChord}</kbd> then
          </p>
          <ul className={styles.ends}>
            {ends.map(({ id, cap, label }) => (
              <li key={id}>
                <kbd>{cap}</kbd> <bdi>{label}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Announcement>
        {ends.length > 0 &&
          `${pendingChord}, then: ${ends.map(({ cap, label }) => `${cap} ${label}`).join(', ')}`}
      </Announcement>
    </>
  );
}
