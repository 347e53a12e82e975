import type { RefObject } from 'react';
import { COLUMNS, type Ticket, type TicketQuery } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { cellFilter, FILTERING, onlyLabel } from './cell-filter.ts';

interface RowFilterMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** What each value of a ticket can do to the list: have it alone, or keep it out. */
export function RowFilterMenu({ anchor, ticket, onClose }: RowFilterMenuProps) {
  const { listState, list } = useWorkspace();
  if (list === null) return null;
  const { takenAt } = list.snapshot;
  const context = { facets: list.facets, takenAt: takenAt === null ? null : Date.parse(takenAt) };
  const filters = COLUMNS.filter((column) => FILTERING.has(column)).flatMap((column) => {
    const filter = cellFilter(ticket, column, listState.query, context);
    return filter === null ? [] : [{ column, filter }];
  });
  const ask = (change: Partial<TicketQuery>) => {
    onClose();
    listState.updateQuery(change);
  };
  return (
    <AnchoredPopup anchor={anchor} align="start" title={`Filter by ticket ${ticket.id}`} onClose={onClose}>
      <Menu label={`Filter by ticket ${ticket.id}`}>
        {filters.map(({ column, filter: { name, only, isOn, not } }, index) => (
          <MenuGroup key={column} label={fieldTitle(column)} titled>
            <MenuItem first={index === 0} onClick={() => ask(only)}>
              <bdi>{onlyLabel({ name, isOn })}</bdi>
            </MenuItem>
            {not !== null && (
              <MenuItem first={false} onClick={() => ask(not)}>
                <bdi>Not {name}</bdi>
              </MenuItem>
            )}
          </MenuGroup>
        ))}
      </Menu>
    </AnchoredPopup>
  );
}
