import { RuleList } from '../filters/search/rule-list.tsx';
import { FILTER_RULES, SEARCH_RULES } from '../filters/search/search-rules.ts';
import styles from './help.module.css';

const RULES = [...SEARCH_RULES, ...FILTER_RULES];

/** Syntax of the search box, with examples. */
export function HelpSearch() {
  return (
    <section className={styles.section}>
      <h3 className={styles.group}>In the search box</h3>
      <RuleList rules={RULES} />
    </section>
  );
}
