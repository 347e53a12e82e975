import { useMemo } from 'react';
import { type ColumnTerm, formatColumns, isPersonal, parseColumns } from '../../../contract/index.ts';
import { useSeesCustomers } from '../../account/role.ts';
import { changeSettings, useSettings } from '../../settings/settings.ts';
import { useListState } from '../../workspace/workspace-context.ts';
import { completeColumns, USUAL_COLUMNS } from './column-state.ts';

interface Columns {
  /** The table's columns: as the address says, else as this reader has had them last, else the usual ones. */
  readonly terms: readonly ColumnTerm[];
  /** Whether nobody has changed them. */
  readonly usual: boolean;
  /** Sets the columns, here and for every list that says nothing else; null for the usual ones. */
  readonly setColumns: (terms: readonly ColumnTerm[] | null) => void;
}

/** The columns in force, and the way to change them. */
export function useColumns(): Columns {
  const listState = useListState();
  const { columns: storedColumns } = useSettings();
  const urlColumns = listState.query.columns;
  const seesCustomers = useSeesCustomers();
  // Every address is read anew: the rows are drawn again only when it says something else.
  const known = urlColumns ?? storedColumns ?? USUAL_COLUMNS;
  const written = formatColumns(seesCustomers ? known : known.filter(({ column }) => !isPersonal(column)));
  const terms = useMemo(() => completeColumns(parseColumns(written) ?? []), [written]);
  const setColumns = (next: readonly ColumnTerm[] | null) => {
    changeSettings({ columns: next === null ? null : [...next] });
    listState.setColumns({ columns: next });
  };
  return { terms, usual: urlColumns === null && storedColumns === null, setColumns };
}
