import type { TicketList, TicketQuery } from '../../contract/index.ts';
import { clearFacet, excludedValues, RESOLVED, selectedValues } from '../filters/change-filters.ts';
import { formatCountOf } from '../format/numbers.ts';
import { Button } from '../ui/button.tsx';
import { MAIN_PART } from '../ui/skip-link.tsx';
import { useDeletedCount } from '../workspace/use-deleted-count.ts';
import { useListState, useShownList } from '../workspace/workspace-context.ts';

/** Offer in an empty list: what would match with any status; where nothing would, the deleted tickets that match. */
export function OtherMatches({ list }: { readonly list: TicketList }) {
  const { query, apiQuery, updateQuery } = useListState();
  const { isStale } = useShownList();
  const ofAnyStatus = clearFacet(query, 'status');
  // The counts of a facet are under all filters but its own: these are all that its filter hides.
  const hidden = hasStatusFilter(query) ? list.facets.status.filter(({ count }) => count > 0) : [];
  const count = hidden.reduce((sum, one) => sum + one.count, 0);
  const deleted = useDeletedCount({ ...apiQuery, ...ofAnyStatus, at: count > 0 ? null : apiQuery.at });
  if (isStale) return null;
  if (count > 0) {
    const isResolved = hidden.every(({ value }) => value === RESOLVED);
    const words = isResolved
      ? formatMatches(count, 'resolved match')
      : formatMatches(count, 'match of any status');
    return <OfferButton label={`Show ${words}`} onClick={() => updateQuery(ofAnyStatus)} />;
  }
  if (deleted === 0) return null;
  return (
    <OfferButton
      label={`Show ${formatMatches(deleted, 'deleted match')}`}
      onClick={() => updateQuery({ ...ofAnyStatus, deleted: 'include' })}
    />
  );
}

/** The button goes with the empty list: the focus moves to where the tickets will be. */
function OfferButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const press = () => {
    onClick();
    document.getElementById(MAIN_PART)?.focus();
  };
  return (
    <Button variant="primary" onClick={press}>
      {label}
    </Button>
  );
}

function hasStatusFilter(query: TicketQuery): boolean {
  return selectedValues(query, 'status').length + excludedValues(query, 'status').length > 0;
}

/** `1 resolved match`, `3 matches of any status`. */
function formatMatches(count: number, one: string): string {
  return formatCountOf(count, one, one.replace('match', 'matches'));
}
