import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { clearFacet, openOnly } from '../filters/change-filters.ts';
import { isOpenOnly } from '../filters/with-filters.ts';
import { ShareButton } from '../frame/share/share-button.tsx';
import { TableShareMenu } from '../frame/share/table-share-menu.tsx';
import { Toolbar } from '../frame/toolbar.tsx';
import { Counted } from '../states/counted.tsx';
import { Button } from '../ui/button.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import { FlowList } from './flow-list.tsx';
import { readHandoffs } from './flows.ts';
import { HandoffMatrix } from './handoff-matrix.tsx';
import { handoffTexts } from './handoff-texts.ts';
import styles from './handoffs-screen.module.css';
import { MovedSentence } from './moved-sentence.tsx';

/** Handoffs between segments: the tickets moved, the top routes, and a matrix of all segments. */
export function HandoffsScreen() {
  const listState = useListState();
  const by = { by: ['originSegment', 'segment'], zone: 'UTC' } as const;
  const result = useSteadyQuery(summaryQuery(listState.workspace, listState.apiQuery, by));
  const { data } = result;
  const open = isOpenOnly(listState.query);
  return (
    <>
      <Toolbar>
        <Button
          className={styles.switch}
          aria-pressed={open}
          onClick={() =>
            listState.updateQuery(open ? clearFacet(listState.query, 'status') : openOnly(listState.query))
          }
        >
          Open tickets only
        </Button>
        <ShareButton disabled={data === undefined}>
          {(menu) => data && <TableShareMenu {...menu} tables={handoffTexts(readHandoffs(data))} />}
        </ShareButton>
      </Toolbar>
      <Counted result={result}>
        {(summary) => {
          const handoffs = readHandoffs(summary);
          return (
            <div className={styles.handoffs}>
              <MovedSentence handoffs={handoffs} />
              <FlowList handoffs={handoffs} />
              <HandoffMatrix handoffs={handoffs} />
            </div>
          );
        }}
      </Counted>
    </>
  );
}
