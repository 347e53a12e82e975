import { DEFAULT_QUERY } from '../../contract/index.ts';
import { NO_FILTERS } from '../filters/change-filters.ts';
import { useListState, useOutage, useSnapshotStatus } from '../workspace/workspace-context.ts';
import { Failing, type FailingProps } from './failing.tsx';

/** The reason why a list, or counts of one, cannot be had, with the ways on from there. */
export function ListFailure({ error, retrying }: Pick<FailingProps, 'error'> & Partial<FailingProps>) {
  const { updateQuery } = useListState();
  const status = useSnapshotStatus();
  const outage = useOutage();
  const clear = () => updateQuery({ ...NO_FILTERS, sort: DEFAULT_QUERY.sort });
  return <Failing error={error} status={status} onClear={clear} retrying={retrying ?? outage} />;
}
