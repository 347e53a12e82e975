import { type CSSProperties, useState } from 'react';
import { withFilters } from '../filters/with-filters.ts';
import { formatCount } from '../format/numbers.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import { Button } from '../ui/button.tsx';
import { usePrinting } from '../ui/use-printing.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ListLink } from '../workspace/list-link.tsx';
import { useListState } from '../workspace/workspace-context.ts';
import styles from './flow-list.module.css';
import type { Flow, Handoffs } from './flows.ts';

/** Number of routes shown at first, and added each time. */
const STEP = 12;

/** The routes of tickets, the busiest first, each a link to its tickets; on paper all of them. */
export function FlowList({ handoffs: { flows } }: { readonly handoffs: Handoffs }) {
  const [asked, setShown] = useState(STEP);
  const shown = usePrinting() ? flows.length : asked;
  const most = flows[0]?.count ?? 1;
  const more = Math.min(STEP, flows.length - shown);
  if (flows.length === 0) return null;
  return (
    <section className={styles.flows}>
      <h2 className={styles.title}>Top routes</h2>
      <ol className={styles.routes}>
        {flows.slice(0, shown).map((flow) => (
          <li key={JSON.stringify([flow.origin.value, flow.segment.value])}>
            <FlowLink flow={flow} most={most} />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <Button variant="plain" onClick={() => setShown(shown + STEP)}>
          Show {formatCount(more)} more of {formatCount(flows.length)}
        </Button>
      )}
    </section>
  );
}

function FlowLink({ flow, most }: { readonly flow: Flow; readonly most: number }) {
  const listState = useListState();
  const { origin, segment, count } = flow;
  return (
    <ListLink
      className={styles.flow}
      query={withFilters(listState.query, { originSegment: [origin.value], segment: [segment.value] })}
    >
      <span className={styles.way}>
        <bdi>{formatFacetLabel('originSegment', origin.label)}</bdi>
        <span className={styles.arrow} aria-hidden>
          →
        </span>
        <VisuallyHidden> to </VisuallyHidden>
        <bdi>{formatFacetLabel('segment', segment.label)}</bdi>
      </span>{' '}
      <span className={styles.count}>{formatCount(count)}</span>
      <span className={styles.bar} style={{ '--share': (count / most).toFixed(3) } as CSSProperties} />
    </ListLink>
  );
}
