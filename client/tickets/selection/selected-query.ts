import type { TicketQuery } from '../../../contract/index.ts';
import { NO_FILTERS } from '../../filters/change-filters.ts';
import type { Selection } from './selection.ts';

/**
 * The question whose answer are the chosen tickets, in the list's order. What was chosen by hand is named: it is
 * meant even if newer data has moved it out of the list's filters.
 */
export function selectedQuery(selection: Selection, question: TicketQuery): TicketQuery {
  if (selection.kind === 'all') return { ...question, page: 1 };
  return { ...question, ...NO_FILTERS, deleted: question.deleted, ids: [...selection.ids], page: 1 };
}
