import type { Column } from '../../../contract/index.ts';
import type { TicketTableModel } from '../model/table-model.ts';

/**
 * Puts a column at another place, counted from 0: one that is pinned stays among the pinned, and others among the others.
 *
 * @returns the columns on screen in their new order
 */
export function moveColumn(table: TicketTableModel, id: Column, place: number): readonly string[] {
  const { start } = table.state.columnPinning;
  const others = table.getVisibleLeafColumns().filter((column) => column.id !== id);
  const moved = others.map((column) => column.id).toSpliced(place, 0, id);
  const pinned = moved.filter((column) => start.includes(column));
  const order = [...pinned, ...moved.filter((column) => !start.includes(column))];
  if (start.includes(id)) table.setColumnPinning({ start: pinned, end: [] });
  else table.setColumnOrder((before) => [...new Set([...order, ...before])]);
  return order;
}
