import type { RefObject } from 'react';
import { useSeesCustomers } from '../../account/role.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { QUERY_CHOICES } from '../query-language/query-choices.ts';
import { SINGLE_KEYS } from '../query-language/single-keys.ts';
import styles from './query-help.module.css';
import { RuleList } from './rule-list.tsx';
import { FILTER_RULES, SEARCH_RULES } from './search-rules.ts';

const KEY_RULES = [...QUERY_CHOICES, ...SINGLE_KEYS].map((key) => ({
  texts: [key.example],
  finds: key.title,
  ofCustomers: 'ofCustomers' in key,
}));

interface QueryHelpProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** All that can be typed into the search box. */
export function QueryHelp({ anchor, onClose }: QueryHelpProps) {
  const seesCustomers = useSeesCustomers();
  return (
    <AnchoredPopup anchor={anchor} align="end" title="What you can type" onClose={onClose}>
      <div className={styles.body}>
        <section>
          <h3 className={styles.title}>Search</h3>
          <RuleList rules={SEARCH_RULES} />
          <h3 className={styles.title}>Filter</h3>
          <RuleList rules={FILTER_RULES} />
        </section>
        <section>
          <h3 className={styles.title}>What you can filter by</h3>
          <RuleList rules={KEY_RULES.filter(({ ofCustomers }) => seesCustomers || !ofCustomers)} />
        </section>
      </div>
    </AnchoredPopup>
  );
}
