import { memo, type ReactNode } from 'react';
import { useSeesCustomers } from '../account/role.ts';
import { SCREENS } from '../address/screens.ts';
import { activeFilters, filterLabels } from '../filters/active-filters.ts';
import { formatExact } from '../format/dates.ts';
import { formatCount } from '../format/numbers.ts';
import { useSettings, useZone } from '../settings/settings.ts';
import { PrintedOnly } from '../ui/printed-only.tsx';
import { useActiveView } from '../views/use-active-view.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../workspace/workspace-context.ts';
import styles from './printed-heading.module.css';

/** The head of a printed screen: which workspace, view and filters it is about, and how old its data is. */
export const PrintedHeading = memo(function PrintedHeading() {
  const listState = useListState();
  const { list } = useShownList();
  const { name } = useWorkspaceInfo();
  const zone = useZone();
  const activeView = useActiveView();
  const filters = activeFilters(listState.query, list?.facets ?? null, zone).map(filterLabels);
  return (
    <PrintedOnly className={styles.heading}>
      <p className={styles.title}>
        <bdi>{name}</bdi>: {SCREENS[listState.screen].title.toLowerCase()}
      </p>
      <p>
        View: <bdi>{activeView.name}</bdi>
        {activeView.inUse?.changed && ' (changed)'}
      </p>
      <p>Filters: {filters.length === 0 ? 'none' : filters.join('; ')}</p>
      <DataTime />
    </PrintedOnly>
  );
});

/** The head of something else that is printed, with the workspace and the time of its data below its title. */
export function PrintedTitle({ children }: { readonly children: ReactNode }) {
  const { name } = useWorkspaceInfo();
  return (
    <PrintedOnly className={styles.heading}>
      <p className={styles.title}>
        <bdi>{name}</bdi>: {children}
      </p>
      <DataTime />
    </PrintedOnly>
  );
}

function DataTime() {
  const { list } = useShownList();
  const { masked } = useSettings();
  const seesCustomers = useSeesCustomers();
  const zone = useZone();
  if (list === null) return <p>The tickets had not been loaded when this was printed</p>;
  const { takenAt, whole, loaded, total } = list.snapshot;
  const read =
    whole || total === null ? formatCount(loaded) : `${formatCount(loaded)} of ${formatCount(total)}`;
  return (
    <p>
      Data taken at {takenAt === null ? 'an unknown time' : formatExact(takenAt, zone)}
      {whole ? `, all ${read} tickets read` : `, ${read} tickets read: some are missing`}
      {masked && seesCustomers && '. Customers are not named'}
    </p>
  );
}
