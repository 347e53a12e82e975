import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { summaryQuery } from '../api/summary.ts';
import { useSteadyQuery } from '../api/use-steady-query.ts';
import { withFilters } from '../filters/with-filters.ts';
import { ShareButton } from '../frame/share/share-button.tsx';
import { TableShareMenu } from '../frame/share/table-share-menu.tsx';
import { Toolbar } from '../frame/toolbar.tsx';
import { Counted } from '../states/counted.tsx';
import { Panel } from '../states/panel.tsx';
import { buttonClass } from '../ui/button.tsx';
import { ListLink } from '../workspace/list-link.tsx';
import { useAutoAdvance } from '../workspace/use-auto-advance.ts';
import { useListState } from '../workspace/workspace-context.ts';
import { LATEST_FIRST } from './people.ts';
import { People } from './people-list.tsx';
import { peopleTexts } from './people-texts.ts';

/** Open, overdue and urgent tickets of each assignee; each number links to its tickets. */
export function PeopleScreen() {
  const listState = useListState();
  const open = withFilters(listState.apiQuery, { open: true });
  const result = useSteadyQuery(summaryQuery(listState.workspace, open, { by: ['assignee'], zone: 'UTC' }));
  const [sort, setSort] = useState(LATEST_FIRST);
  const { data } = result;
  return (
    <>
      <Toolbar>
        <ShareButton disabled={data === undefined}>
          {(menu) => data && <TableShareMenu {...menu} tables={[peopleTexts(data, sort)]} />}
        </ShareButton>
      </Toolbar>
      <Counted result={result} nothing={<AllResolved />}>
        {(summary) => <People summary={summary} query={open} sort={sort} onSort={setSort} />}
      </Counted>
    </>
  );
}

function AllResolved() {
  useAutoAdvance();
  const { query } = useListState();
  return (
    <Panel icon={CircleCheck} title="None of these tickets is open">
      <p>This screen counts open tickets alone, and all that match are resolved.</p>
      <ListLink className={buttonClass()} query={query}>
        Show them as a list
      </ListLink>
    </Panel>
  );
}
