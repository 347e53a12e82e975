import { formatAddress } from '../../address/address.ts';
import { publicAddress } from '../../address/public-address.ts';
import { useSettings, useZone } from '../../settings/settings.ts';
import type { Settings } from '../../settings/settings-table.ts';
import { useListState, useShownList, useWorkspaceInfo } from '../../workspace/workspace-context.ts';
import { useColumns } from '../columns/use-columns.ts';
import { selectedQuery } from '../selection/selected-query.ts';
import { useSelection } from '../selection/use-selection.ts';
import type { ExportChoices } from './export-form.tsx';
import type { ExportOrder } from './run-export.ts';
import { useSeparator } from './use-separator.ts';

/**
 * Makes the order of an export from the choices in the dialog.
 *
 * @param form the kind of file; without it the one that was chosen last
 */
export function useExportOrder(form?: Settings['fileFormat']): (choices: ExportChoices) => ExportOrder {
  const listState = useListState();
  const { list } = useShownList();
  const { name } = useWorkspaceInfo();
  const { selection, count } = useSelection();
  const { terms } = useColumns();
  const { masked, rawTexts, exportNotes, ...settings } = useSettings();
  const fileFormat = form ?? settings.fileFormat;
  const separator = useSeparator();
  const zone = useZone();
  return ({ selected, columns }) => {
    if (list === null) throw new Error('There is no list to export.');
    const shown = columns === 'shown' ? terms : null;
    const picked = selected && selection.kind === 'picked' && count > 0;
    const query = picked ? selectedQuery(selection, listState.apiQuery) : listState.apiQuery;
    return {
      query: { ...query, columns: shown, at: list.snapshot.number },
      form: fileFormat === 'workbook' ? null : { separator, raw: rawTexts },
      // A workbook has its own sheet for them.
      notes: fileFormat === 'workbook' ? 'none' : exportNotes,
      facts: {
        workspace: { id: listState.workspace, name },
        query: listState.query,
        facets: list.facets,
        snapshot: list.snapshot,
        matching: list.page.total,
        selected: picked ? count : null,
        columns: shown?.map(({ column }) => column) ?? null,
        masked,
        address: publicAddress(formatAddress(listState.workspace, listState.query)),
        zone,
      },
    };
  };
}
