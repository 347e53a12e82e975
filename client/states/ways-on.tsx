import type { TicketList } from '../../contract/index.ts';
import { FilterChips } from '../filters/filter-chips.tsx';
import { OtherMatches } from './other-matches.tsx';

/** The ways on from a list that the filters leave empty. */
export function WaysOn({ list }: { readonly list: TicketList }) {
  return (
    <>
      <OtherMatches list={list} />
      <FilterChips />
    </>
  );
}
