import { type ReactNode, useEffect, useId, useState } from 'react';
import type { AuditAction } from '../../../contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from '../access-screen.module.css';
import type { AuditSearch } from './audit-address.ts';
import filters from './audit-filters.module.css';
import { ACTION_NAMES } from './audit-texts.ts';

/** Milliseconds without a key before what is typed is asked for. */
const REST_MS = 300;

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (change: Partial<AuditSearch>) => void;
  /** Actions on the entries that match. */
  readonly children: ReactNode;
}

/** Fields that narrow the audit log: by action, person and days. */
export function AuditFilters({ search: { action, who, from, to }, onChange, children }: AuditFiltersProps) {
  const id = useId();
  const isWrong = from !== null && to !== null && from > to;
  const clear = () => onChange({ action: null, who: null, from: null, to: null });
  return (
    <fieldset className={filters.filters} aria-label="Filters">
      <div className={styles.field}>
        <label htmlFor={`${id}-action`}>Action</label>
        <Select
          id={`${id}-action`}
          value={action ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ action: value === '' ? null : (value as AuditAction) })
          }
        >
          <option value="">All</option>
          {Object.entries(ACTION_NAMES).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <WhoField who={who} onChange={(text) => onChange({ who: text })} />
      <BoundField label="From" day={from} isWrong={isWrong} onChange={(day) => onChange({ from: day })} />
      <BoundField label="To" day={to} isWrong={isWrong} onChange={(day) => onChange({ to: day })} />
      {[action, who, from, to].some((value) => value !== null) && (
        <Button onClick={clear}>Clear filters</Button>
      )}
      {children}
      {isWrong && (
        <p role="alert" className={filters.wrong}>
          The first day is after the last one.
        </p>
      )}
    </fieldset>
  );
}

interface WhoFieldProps {
  readonly who: string | null;
  readonly onChange: (who: string | null) => void;
}

/** A field for a part of a name, asked for once the reader pauses. */
function WhoField({ who, onChange }: WhoFieldProps) {
  const id = useId();
  const [text, setText] = useState(who ?? '');
  const [shown, setShown] = useState(who);
  if (who !== shown) {
    setShown(who);
    if ((who ?? '') !== text.trim()) setText(who ?? '');
  }
  const wanted = text.trim() === '' ? null : text.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause anew
  useEffect(() => {
    if (wanted === who) return;
    const timer = setTimeout(() => onChange(wanted), REST_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Who</label>
      <input
        id={id}
        type="search"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder="Part of a name or e-mail"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

interface BoundFieldProps {
  readonly label: string;
  readonly day: string | null;
  readonly isWrong: boolean;
  readonly onChange: (day: string | null) => void;
}

/** A field for a day, which keeps its own text while a day is half typed. */
function BoundField({ label, day, isWrong, onChange }: BoundFieldProps) {
  const id = useId();
  const [text, setText] = useState(day ?? '');
  const [shown, setShown] = useState(day);
  if (day !== shown) {
    setShown(day);
    setText(day ?? '');
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={text}
        aria-invalid={isWrong}
        onChange={({ target: { value, validity } }) => {
          setText(value);
          // 0002 and 0020 are years that are still being typed.
          if (!validity.badInput && !value.startsWith('0')) onChange(value === '' ? null : value);
        }}
      />
    </div>
  );
}
