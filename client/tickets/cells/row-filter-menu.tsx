import type { RefObject } from 'react';
import { COLUMNS, type Ticket, type TicketQuery } from '../../../contract/index.ts';
import { fieldTitle } from '../../format/fields.ts';
import { Menu, MenuGroup, MenuItem } from '../../ui/menu.tsx';
import { useListState, useShownList } from '../../workspace/workspace-context.ts';
import { cellFilter, FILTERING, onlyLabel } from './cell-filter.ts';

interface RowFilterMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly ticket: Ticket;
  readonly onClose: () => void;
}

/** Menu of filters from a row: show only, or exclude, each value of its ticket. */
export function RowFilterMenu({ anchor, ticket, onClose }: RowFilterMenuProps) {
  const listState = useListState();
  const { list } = useShownList();
  if (list === null) return null;
  const { takenAt } = list.snapshot;
  const context = { facets: list.facets, takenAt: takenAt === null ? null : Date.parse(takenAt) };
  const filters = COLUMNS.filter((column) => FILTERING.has(column)).flatMap((column) => {
    const filter = cellFilter(ticket, column, listState.query, context);
    return filter === null ? [] : [{ column, filter }];
  });
  const apply = (change: Partial<TicketQuery>) => () => listState.updateQuery(change);
  return (
    <Menu anchor={anchor} title={`Filter by ticket ${ticket.id}`} onClose={onClose}>
      {filters.map(({ column, filter: { name, only, isOn, not } }) => (
        <MenuGroup key={column} label={fieldTitle(column)} titled>
          <MenuItem label={onlyLabel({ name, isOn })} onClick={apply(only)}>
            <bdi>{onlyLabel({ name, isOn })}</bdi>
          </MenuItem>
          {not !== null && (
            <MenuItem label={`Not ${name}`} onClick={apply(not)}>
              <bdi>Not {name}</bdi>
            </MenuItem>
          )}
        </MenuGroup>
      ))}
    </Menu>
  );
}
