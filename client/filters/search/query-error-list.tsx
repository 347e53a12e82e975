import { TriangleAlert } from 'lucide-react';
import { formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { MAX_QUERY_ERRORS } from '../query-language/limits.ts';
import type { QueryError } from '../query-language/query-error.ts';
import styles from './query-error-list.module.css';

/** The number of errors shown at once: fixing them brings the next ones up. */
const TOLD = 3;

interface FaultListProps {
  readonly id: string;
  readonly faults: readonly QueryError[];
  /** Puts what a fault proposes in the place of what is wrong. */
  readonly onMend: (fault: QueryError, instead: string) => void;
}

/** The errors of a typed query, each with what was probably meant. */
export function QueryErrorList({ id, faults, onMend }: FaultListProps) {
  const rest = faults.length - TOLD;
  return (
    <div id={id} role="alert" className={styles.faults}>
      <ul className={styles.list}>
        {faults.slice(0, TOLD).map((fault) => (
          <li key={`${fault.from}-${fault.to}`} className={styles.fault}>
            <TriangleAlert aria-hidden />
            <span className={styles.message}>{fault.message}</span>
            {fault.instead !== null && (
              <Button
                className={styles.mend ?? ''}
                onClick={() => fault.instead !== null && onMend(fault, fault.instead)}
              >
                Use <bdi className={styles.instead}>{fault.instead}</bdi>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.rest}>
          And {faults.length === MAX_QUERY_ERRORS && 'at least '}
          {formatCountOf(rest, 'more fault')}.
        </p>
      )}
      <p className={styles.rest}>The list stays as it was until this is fixed.</p>
    </div>
  );
}
