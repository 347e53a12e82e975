import styles from './rule-list.module.css';

interface RuleListProps {
  readonly rules: readonly { readonly texts: readonly string[]; readonly finds: string }[];
}

/** Texts that can be typed into the search box, each with what it finds. */
export function RuleList({ rules }: RuleListProps) {
  return (
    <dl className={styles.rules}>
      {rules.map(({ texts, finds }) => (
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
  );
}
