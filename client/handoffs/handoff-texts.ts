import type { TextTable } from '../format/text-table.ts';
import { formatFacetLabel } from '../format/value-labels.ts';
import type { Handoffs } from './flows.ts';
import { makeMatrix } from './matrix.ts';

/** The tables of the handoffs, to be copied: every route, and the matrix with what stayed. */
export function handoffTexts(handoffs: Handoffs): readonly TextTable[] {
  const { rows, columns, at } = makeMatrix(handoffs);
  return [
    {
      title: 'Routes',
      head: ['From', 'To', 'Tickets', 'Overdue'],
      rows: handoffs.flows.map(({ origin, segment, count, overdue }) => [
        formatFacetLabel('originSegment', origin.label),
        formatFacetLabel('segment', segment.label),
        count,
        overdue,
      ]),
    },
    {
      title: 'Handoff matrix',
      head: ['From ↓ to →', ...columns.map(({ label }) => formatFacetLabel('segment', label))],
      rows: rows.map(({ label }, row) => [
        formatFacetLabel('originSegment', label),
        ...columns.map((_, column) => at(row, column).count),
      ]),
    },
  ];
}
