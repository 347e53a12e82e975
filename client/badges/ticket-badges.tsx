import { Fragment, type ReactNode } from 'react';
import type { FieldKey, Ticket } from '../../contract/index.ts';
import { formatValue } from '../format/value-labels.ts';
import { OverdueBadge, PriorityBadge, StatusBadge } from './badges.tsx';

/** The fields that are shown as badges, in their order, and the badge of each. */
export const BADGES = {
  overdue: (ticket) => <OverdueBadge overdue={ticket.isOverdue} />,
  priority: (ticket) => <PriorityBadge priority={ticket.priority} />,
  status: (ticket) => <StatusBadge status={ticket.status} />,
} as const satisfies Readonly<Partial<Record<FieldKey, (ticket: Ticket) => ReactNode>>>;

export const BADGE_KEYS = Object.keys(BADGES) as readonly (keyof typeof BADGES)[];

/** All badges of a ticket. */
export function TicketBadges({ ticket }: { readonly ticket: Ticket }) {
  return BADGE_KEYS.map((key) => <Fragment key={key}>{BADGES[key](ticket)}</Fragment>);
}

/** The badges of a ticket in words. */
export function badgeLabels({ isOverdue, priority, status }: Ticket): readonly string[] {
  return [isOverdue && 'Overdue', priority && formatValue(priority), status && formatValue(status)].filter(
    (label) => typeof label === 'string',
  );
}
