import { FILTER_RULES, SEARCH_RULES } from '../filters/search/search-rules.ts';
import styles from './help.module.css';

/** Syntax of the search box, with examples. */
export function HelpSearch() {
  return (
    <section className={styles.section}>
      <h3 className={styles.group}>In the search box</h3>
      <dl className={styles.lines} data-search>
        {[...SEARCH_RULES, ...FILTER_RULES].map(({ texts, finds }) => (
          <div key={finds}>
            <dt>
              {texts.map((text) => (
                <code key={text}>{text}</code>
              ))}
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
