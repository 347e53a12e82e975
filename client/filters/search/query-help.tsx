import type { RefObject } from 'react';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { QUERY_CHOICES } from '../query-language/query-choices.ts';
import { SINGLE_KEYS } from '../query-language/single-keys.ts';
import styles from './query-help.module.css';
import { FILTER_RULES, SEARCH_RULES } from './search-rules.ts';

interface QueryHelpProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** All that can be typed into the search box. */
export function QueryHelp({ anchor, onClose }: QueryHelpProps) {
  return (
    <AnchoredPopup anchor={anchor} align="end" title="What you can type" onClose={onClose}>
      <div className={styles.body}>
        <section>
          <h3 className={styles.title}>Search</h3>
          <dl className={styles.lines}>
            {SEARCH_RULES.map(({ texts, finds }) => (
              <Line key={finds} texts={texts} means={finds} />
            ))}
          </dl>
          <h3 className={styles.title}>Filter</h3>
          <dl className={styles.lines}>
            {FILTER_RULES.map(({ texts, finds }) => (
              <Line key={finds} texts={texts} means={finds} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className={styles.title}>What you can filter by</h3>
          <dl className={styles.lines}>
            {[...QUERY_CHOICES, ...SINGLE_KEYS].map(({ name, example, title }) => (
              <Line key={name} texts={[example]} means={title} />
            ))}
          </dl>
        </section>
      </div>
    </AnchoredPopup>
  );
}

function Line({ texts, means }: { readonly texts: readonly string[]; readonly means: string }) {
  return (
    <div>
      <dt>
        {texts.map((text) => (
          <code key={text}>{text}</code>
        ))}
      </dt>
      <dd>{means}</dd>
    </div>
  );
}
