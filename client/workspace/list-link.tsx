import type { MouseEvent, ReactNode } from 'react';
import type { TicketQuery } from '../../contract/index.ts';
import { formatAddress } from '../address/address.ts';
import type { Screen } from '../address/screens.ts';
import { useListState } from './workspace-context.ts';

interface ListLinkProps {
  readonly query: TicketQuery;
  readonly className?: string | undefined;
  /** Name of the link for those who can't see what is around it. */
  readonly label?: string;
  readonly title?: string;
  readonly screen?: Screen;
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/** A link to a query, on the screen of tickets unless it names another; a middle click opens it in a tab of its own. */
export function ListLink({ query, label, screen = 'tickets', children, ...rest }: ListLinkProps) {
  const listState = useListState();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    listState.updateQuery(query, { screen });
  };
  return (
    <a
      href={formatAddress(listState.workspace, query, { screen })}
      aria-label={label}
      onClick={open}
      {...rest}
    >
      {children}
    </a>
  );
}
