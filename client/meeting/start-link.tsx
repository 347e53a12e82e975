import { Presentation } from 'lucide-react';
import { Link } from 'wouter';
import type { TicketQuery } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import { buttonClass } from '../ui/button.tsx';

interface StartLinkProps {
  readonly workspace: string;
  /** The view to walk: for chosen tickets, one with their `ids`. */
  readonly query: TicketQuery;
}

/** Leads from a view to the start of a meeting about it. */
export function StartLink({ workspace, query }: StartLinkProps) {
  return (
    <Link
      className={buttonClass()}
      href={formatAddress(workspace, { ...query, page: 1 }, { screen: 'triage' })}
    >
      <Presentation aria-hidden />
      Start triage
    </Link>
  );
}
