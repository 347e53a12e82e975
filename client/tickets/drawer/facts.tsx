import type { ReactNode } from 'react';
import type { FieldKey, Ticket } from '../../../contract/index.ts';
import { Missing } from '../../badges/badges.tsx';
import { CopyButton } from './copying.tsx';
import styles from './facts.module.css';

interface FactsProps {
  readonly title: string;
  /** Note on all of them, beside the title. */
  readonly note?: ReactNode;
  /** Short ones stand in two columns. */
  readonly short?: boolean;
  readonly children: ReactNode;
}

/** A section of what is known of a ticket. */
export function Facts({ title, note, short = false, children }: FactsProps) {
  return (
    <section>
      <SectionHead title={title} note={note} />
      <dl className={styles.facts} data-short={short}>
        {children}
      </dl>
    </section>
  );
}

/** The head of a section. */
export function SectionHead({ title, note }: { readonly title: string; readonly note?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h3 className={styles.title}>{title}</h3>
      {note}
    </div>
  );
}

/** One thing that is known, by its name. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A field of a ticket that is shown as a fact. */
export interface FieldFactProps {
  readonly ticket: Ticket;
  readonly field: FieldKey;
}

interface TextFactProps {
  readonly name: string;
  readonly value: string | number | null;
  /** Text where there is no value. */
  readonly otherwise?: string;
}

/** A text or a number that can be copied. */
export function TextFact({ name, value, otherwise = 'None' }: TextFactProps) {
  const text = value === null ? '' : String(value);
  return (
    <Fact name={name}>
      {text.trim() === '' ? <Missing word={otherwise} /> : <CopyButton name={name} text={text} />}
    </Fact>
  );
}
