import type { Phrase } from '../../contract/monday/index.ts';
import { ListLink } from '../workspace/list-link.tsx';
import styles from './sentence.module.css';

/** A sentence whose numbers lead to their lists. */
export function Sentence({ phrases }: { readonly phrases: readonly Phrase[] }) {
  return phrases.map(({ text, query }, index) =>
    query === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name
      <ListLink key={index} className={styles.link} query={query}>
        <bdi>{text}</bdi>
      </ListLink>
    ),
  );
}
