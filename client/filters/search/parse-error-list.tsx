import { TriangleAlert } from 'lucide-react';
import { formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { MAX_QUERY_ERRORS } from '../query-language/limits.ts';
import type { ParseError } from '../query-language/parse-error.ts';
import styles from './parse-error-list.module.css';

/** The number of errors shown at once: fixing them brings the next ones up. */
const MAX_SHOWN = 3;

interface ParseErrorListProps {
  readonly id: string;
  readonly errors: readonly ParseError[];
  /** Puts the replacement that an error proposes in its place. */
  readonly onFix: (error: ParseError, replacement: string) => void;
}

/** The errors of a typed query, each with what was probably meant. */
export function ParseErrorList({ id, errors, onFix }: ParseErrorListProps) {
  const rest = errors.length - MAX_SHOWN;
  return (
    <div id={id} role="alert" className={styles.errors}>
      <ul className={styles.list}>
        {errors.slice(0, MAX_SHOWN).map((error) => (
          <li key={`${error.from}-${error.to}`} className={styles.error}>
            <TriangleAlert aria-hidden />
            <span className={styles.message}>{error.message}</span>
            {error.replacement !== null && (
              <Button
                className={styles.fix ?? ''}
                onClick={() => error.replacement !== null && onFix(error, error.replacement)}
              >
                Use <bdi className={styles.replacement}>{error.replacement}</bdi>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={styles.rest}>
          And {errors.length === MAX_QUERY_ERRORS && 'at least '}
          {formatCountOf(rest, 'more error')}.
        </p>
      )}
      <p className={styles.rest}>The list stays as it was until this is fixed.</p>
    </div>
  );
}
