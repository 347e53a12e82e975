import type { RefObject } from 'react';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { TYPED_CHOICES } from '../typed/choice-keys.ts';
import { SINGLE_KEYS } from '../typed/single-keys.ts';
import styles from './typed-help.module.css';

const RULES = [
  { text: 'refund late', means: 'Both words, anywhere in a ticket' },
  { text: 'status:new,open', means: 'Either value' },
  { text: '-status:resolved', means: 'Keeps it out' },
  { text: 'type:"MANUAL TICKET"', means: 'Quotes keep spaces, commas and colons' },
  { text: 'issued:>=today-6', means: 'From six days ago on; days are those of your time zone' },
];

interface TypedHelpProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** All that can be typed into the search box. */
export function TypedHelp({ anchor, onClose }: TypedHelpProps) {
  return (
    <AnchoredPopup anchor={anchor} align="end" title="What you can type" onClose={onClose}>
      <div className={styles.body}>
        <dl className={styles.lines}>
          {RULES.map(({ text, means }) => (
            <Line key={text} text={text} means={means} />
          ))}
        </dl>
        <h3 className={styles.title}>Filters</h3>
        <dl className={styles.lines}>
          {[...TYPED_CHOICES, ...SINGLE_KEYS].map(({ name, example, title }) => (
            <Line key={name} text={example} means={title} />
          ))}
        </dl>
      </div>
    </AnchoredPopup>
  );
}

function Line({ text, means }: { readonly text: string; readonly means: string }) {
  return (
    <div>
      <dt>
        <code>{text}</code>
      </dt>
      <dd>{means}</dd>
    </div>
  );
}
