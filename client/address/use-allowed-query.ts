import { useEffect, useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { formatColumns, formatSort, type TicketQuery, withoutPersonal } from '../../contract/index.ts';
import { showToast } from '../ui/toasts.ts';
import { type Address, formatAddress } from './address.ts';
import { screenParams } from './screens.ts';

/**
 * The query of an address as far as the reader may ask it. What an old link or a view asks about customers is left out
 * of the address, and told, where it would be refused as a whole.
 */
export function useAllowedQuery(
  workspace: string,
  { screen, item }: Pick<Address, 'screen' | 'item'>,
  written: TicketQuery,
  seesCustomers: boolean,
): TicketQuery {
  const query = useMemo(() => (seesCustomers ? written : withoutPersonal(written)), [written, seesCustomers]);
  useEffect(() => {
    if (query === written) return;
    const params = screenParams(screen, location.search);
    navigate(formatAddress(workspace, query, { screen, item, params }), {
      replace: true,
      state: history.state,
    });
    showToast({
      id: 'not-allowed',
      text: `This link asks about customers, whom your role does not show. Left out: ${leftOut(written, query)}.`,
    });
  }, [query, written, workspace, screen, item]);
  return query;
}

function leftOut(written: TicketQuery, query: TicketQuery): string {
  const parts = [
    written.customerOf !== null && 'the tickets of one customer',
    formatSort(written.sort) !== formatSort(query.sort) && 'the order',
    formatColumns(written.columns ?? []) !== formatColumns(query.columns ?? []) && 'columns',
  ];
  return parts.filter(Boolean).join(', ');
}
