import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { useDesk } from '../desk/desk-context.ts';
import { clearFacet, openOnly } from '../filters/change-filters.ts';
import { isOpenOnly } from '../filters/narrow.ts';
import { Toolbar } from '../frame/toolbar.tsx';
import { Counted } from '../states/counted.tsx';
import { Button } from '../ui/button.tsx';
import { FlowList } from './flow-list.tsx';
import { readMovement } from './flows.ts';
import { Matrix } from './matrix.tsx';
import { MovedSentence } from './moved-sentence.tsx';
import styles from './movement.module.css';

/** From where to where tickets have gone: how many, on which ways, and between all segments. */
export function MovementScreen() {
  const { view } = useDesk();
  const by = { by: ['originSegment', 'segment'], zone: 'UTC' } as const;
  const result = useSteadyQuery(summaryQuery(view.workspace, view.question, by));
  const open = isOpenOnly(view.query);
  return (
    <>
      <Toolbar>
        <Button
          className={styles.switch}
          aria-pressed={open}
          onClick={() => view.ask(open ? clearFacet(view.query, 'status') : openOnly(view.query))}
        >
          Open tickets only
        </Button>
      </Toolbar>
      <Counted result={result}>
        {(summary) => {
          const movement = readMovement(summary);
          return (
            <div className={styles.movement}>
              <MovedSentence movement={movement} />
              <FlowList movement={movement} />
              <Matrix movement={movement} />
            </div>
          );
        }}
      </Counted>
    </>
  );
}
