import { CalendarCheck2 } from 'lucide-react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { formatAddress } from '../address/address.ts';
import { buttonClass } from '../ui/button.tsx';
import { useListState } from '../workspace/workspace-context.ts';

/** The way to the page that says how the tickets under the same filters are doing. */
export function MondayLink() {
  const { workspace, query } = useListState();
  return (
    <Link
      className={buttonClass()}
      title="Monday page: how are we doing, on one sheet"
      data-command="screen-monday"
      href={formatAddress(workspace, query, { screen: 'monday' })}
      state={useHistoryState()}
    >
      <CalendarCheck2 aria-hidden />
      <span>Monday page</span>
    </Link>
  );
}
