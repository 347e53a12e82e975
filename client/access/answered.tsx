import type { ReactNode } from 'react';
import { describeFailure } from '../api/describe-failure.ts';
import type { Steady } from '../api/use-steady-query.ts';
import { FailedLine } from '../ui/failed-line.tsx';
import styles from './access-screen.module.css';

interface AnsweredProps<Data> {
  /** The name of the answer, as a sentence about it begins: `The audit log`. */
  readonly name: string;
  readonly result: Pick<Steady<Data>, 'data' | 'error' | 'nextTryAt' | 'isRetrying' | 'retry'>;
  readonly children: (data: Data) => ReactNode;
}

/** The answer to a question, with the reason over it while it cannot be had anew; never an empty list for a failure. */
export function Answered<Data>({ name, result, children }: AnsweredProps<Data>) {
  const { data, error } = result;
  return (
    <>
      {error !== null && (
        <div className={styles.failed}>
          <FailedLine
            message={`${name} could not be loaded${data === undefined ? '' : ' anew'}. ${describeFailure(error)}`}
            {...result}
          />
        </div>
      )}
      {data !== undefined && children(data)}
      {data === undefined && error === null && <Waiting />}
    </>
  );
}

function Waiting() {
  return (
    <p role="status" aria-busy="true" className={styles.note}>
      Loading…
    </p>
  );
}
