import { CloudOff, FilterX, MapPinOff, ServerCrash } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QueryError, SnapshotStatus } from '../../contract/index.ts';
import { useIsAtLeast } from '../account/role.ts';
import { describeFailure } from '../api/describe-failure.ts';
import { ApiProblem, ConnectionLost } from '../api/request.ts';
import { isPermanent } from '../api/retry.ts';
import { serverNow } from '../clock/server-clock.ts';
import { formatMoment } from '../format/dates.ts';
import { useZone } from '../settings/settings.ts';
import { Button } from '../ui/button.tsx';
import { RetryButton, RetryCountdown } from '../ui/retry.tsx';
import styles from './panel.module.css';
import { Panel } from './panel.tsx';

export interface FailingProps {
  readonly error: Error;
  /** The state of the data, where it is known. */
  readonly status: SnapshotStatus | null;
  readonly onClear: () => void;
  /** The retry; null where another try changes nothing. */
  readonly retrying: Retrying | null;
}

/** Time of the next automatic try, and the way to try now. */
interface Retrying {
  readonly nextTryAt: number | null;
  readonly isRetrying: boolean;
  readonly retry: () => void;
}

/** Reason why there is no list, for the reader. Never to be mistaken for an empty list. */
export function Failing({ error, status, onClear, retrying }: FailingProps) {
  if (!(error instanceof ApiProblem)) return <Unreachable error={error} retrying={retrying} />;
  const { code, detail, faults, snapshot } = error.problem;
  const title = withoutStop(describeFailure(error));
  if (code === 'invalid-query') return <InvalidLink errors={faults ?? []} onClear={onClear} />;
  if (code === 'upstream-failing') return <UpstreamFailing status={status ?? snapshot ?? null} />;
  return (
    <Panel icon={ServerCrash} tone="fail" title={code === 'internal-error' ? title : error.problem.title}>
      <p>{detail}</p>
      {!isPermanent(error) && retrying !== null && <Again {...retrying} />}
    </Panel>
  );
}

interface InvalidLinkProps<One extends QueryError> {
  readonly errors: readonly One[];
  /** Removes one invalid filter from the query; absent where that can't be done. */
  readonly onIgnore?: (error: One) => void;
  readonly onIgnoreAll?: () => void;
  readonly onClear: () => void;
}

/** Invalid filters of an address, each of which can be ignored by itself. */
export function InvalidLink<One extends QueryError>(props: InvalidLinkProps<One>) {
  const { errors, onIgnore, onIgnoreAll, onClear } = props;
  return (
    <Panel icon={FilterX} tone="fail" title="This link has an invalid filter">
      <ul className={styles.errors}>
        {errors.map((error) => (
          <li key={`${error.key} ${error.message}`}>
            <bdi>{error.message}</bdi>
            {onIgnore !== undefined && (
              <Button aria-label={`Ignore it: ${error.message}`} onClick={() => onIgnore(error)}>
                Ignore it
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.ways}>
        {onIgnoreAll !== undefined && errors.length > 1 && (
          <Button variant="primary" onClick={onIgnoreAll}>
            Ignore all of them
          </Button>
        )}
        <Button onClick={onClear}>Show all tickets instead</Button>
      </div>
    </Panel>
  );
}

/** An address without a screen, or of a workspace that this server does not have. */
export function NotHere({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Panel icon={MapPinOff} tone="fail" title={title}>
      {children}
    </Panel>
  );
}

/** Message that nothing could be read from QuestionPro since the start; the strip has no age to show. */
function UpstreamFailing({ status }: { readonly status: SnapshotStatus | null }) {
  const zone = useZone();
  const mayRefresh = useIsAtLeast('member');
  const problem = status?.problem ?? null;
  return (
    <Panel icon={CloudOff} tone="fail" title={problem?.message ?? 'QuestionPro could not be read yet'}>
      <p>No tickets are shown because none could be read, not because there are none.</p>
      {problem && (
        <p>
          {problem.retryAt === null
            ? `Loopdesk has stopped asking. Once the cause is fixed, ${mayRefresh ? 'press Refresh above' : 'somebody who may refresh the data has to do so'}.`
            : `Loopdesk tries again by itself, next at ${formatMoment(problem.retryAt, serverNow(), zone)}.`}
        </p>
      )}
    </Panel>
  );
}

function Unreachable({ error, retrying }: Pick<FailingProps, 'error' | 'retrying'>) {
  const answered = error instanceof ConnectionLost && error.status !== null;
  return (
    <Panel icon={CloudOff} tone="fail" title={withoutStop(describeFailure(error))}>
      <p>
        {answered
          ? 'A proxy or gateway answered in Loopdesk’s place.'
          : 'Perhaps it was stopped, or your connection to it is down.'}{' '}
        The tickets appear as soon as it answers.
      </p>
      {retrying !== null && <Again {...retrying} />}
    </Panel>
  );
}

function Again({ nextTryAt, isRetrying, retry }: Retrying) {
  return (
    <>
      <p>
        <RetryCountdown nextTryAt={nextTryAt} isRetrying={isRetrying} />
      </p>
      <RetryButton isRetrying={isRetrying} onRetry={retry} />
    </>
  );
}

/** A title is a sentence without its full stop. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
