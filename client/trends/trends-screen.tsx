import { TriangleAlert } from 'lucide-react';
import { describeFailure } from '../api/describe-failure.ts';
import { ShareButton } from '../frame/share/share-button.tsx';
import { Toolbar } from '../frame/toolbar.tsx';
import { ListFailure } from '../states/list-failure.tsx';
import { Panel } from '../states/panel.tsx';
import { Button } from '../ui/button.tsx';
import { FailedLine } from '../ui/failed-line.tsx';
import { MAIN_PART } from '../ui/skip-link.tsx';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import { PeriodBar } from './period/period-bar.tsx';
import { useTrendsParams } from './period/use-trends-params.ts';
import { TrendsBody, TrendsSkeleton } from './trends-body.tsx';
import styles from './trends-screen.module.css';
import { TrendsShareMenu } from './trends-share-menu.tsx';
import { useTrends } from './use-trends.ts';
import { useTrendsCommands } from './use-trends-commands.ts';

/** Trends of the tickets under the filters in force: charts over time, and scorecards. */
export function TrendsScreen() {
  const [params, setParams] = useTrendsParams();
  useTrendsCommands(params, setParams);
  const { result, fault } = useTrends(params);
  const { list, isStale, error } = useShownList();
  const outage = useOutage();
  const { data: trends } = result;
  const failure = error ?? (trends === undefined ? result.error : null);
  if (failure !== null) {
    return (
      <>
        <Toolbar />
        <ListFailure error={failure} {...(error === null && { retrying: result })} />
      </>
    );
  }
  return (
    <>
      <Toolbar>
        <ShareButton disabled={trends === undefined}>
          {(menu) => trends && <TrendsShareMenu {...menu} trends={trends} params={params} />}
        </ShareButton>
      </Toolbar>
      {result.error !== null && outage === null && (
        <div className={styles.failed}>
          <FailedLine
            message={`These are the previous numbers. ${describeFailure(result.error)}`}
            {...result}
          />
        </div>
      )}
      <div className={styles.scroller} id={MAIN_PART} tabIndex={-1} data-printed>
        <div className={styles.body} data-stale={isStale || result.isStale || result.error !== null}>
          <PeriodBar params={params} onChange={setParams} />
          {fault !== null ? (
            <Panel
              icon={TriangleAlert}
              title={
                fault === 'long'
                  ? `Too many ${params.span}s for one chart`
                  : 'This period ends before it begins'
              }
            >
              <Button onClick={() => setParams({ ...params, from: null, to: null })}>
                Show the usual period
              </Button>
            </Panel>
          ) : trends === undefined || list === null ? (
            <TrendsSkeleton />
          ) : (
            <TrendsBody trends={trends} params={params} onParams={setParams} />
          )}
        </div>
      </div>
    </>
  );
}
