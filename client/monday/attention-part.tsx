import type { Phrase } from '../../contract/monday/index.ts';
import styles from './lists.module.css';
import { Sentence } from './sentence.tsx';

/** A list of what is worth a look, each with its tickets. */
export function AttentionPart({ attention }: { readonly attention: readonly (readonly Phrase[])[] }) {
  return (
    <section className={styles.part} aria-labelledby="monday-attention">
      <h3 id="monday-attention" className={styles.title}>
        To look at
      </h3>
      {attention.length === 0 ? (
        <p className={styles.none}>Nothing critical is overdue, and nothing has been left lying.</p>
      ) : (
        <ul className={styles.list}>
          {attention.map((phrases) => (
            <li key={phrases.map(({ text }) => text).join('')}>
              <Sentence phrases={phrases} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
