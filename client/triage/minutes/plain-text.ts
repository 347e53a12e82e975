import { oneLine } from '../../format/one-line.ts';
import { type Minutes, type MinutesRow, OUTCOME_LABELS } from './minutes.ts';
import {
  ACTIONS,
  aboutLabel,
  amongActionsLabel,
  closingLabel,
  dueLabel,
  factsLabel,
  type MinutesContext,
  NO_OWNER,
  tallyLabel,
  timeLabel,
} from './minutes-labels.ts';

/** The minutes as plain text for a chat: short lines, no markup. */
export function toPlainText(minutes: Minutes, { zone }: MinutesContext): string {
  return [
    [oneLine(minutes.title), timeLabel(minutes, zone), aboutLabel(minutes, zone), tallyLabel(minutes)].join(
      '\n',
    ),
    ...(minutes.actions.length === 0 ? [] : [ACTIONS.toUpperCase()]),
    ...minutes.actions.map(({ owner, rows }) => [owner || NO_OWNER, ...rows.map(action)].join('\n')),
    ...minutes.parts
      .filter(({ total }) => total > 0)
      .map((part) =>
        [
          `${OUTCOME_LABELS[part.outcome]} (${part.total})`.toUpperCase(),
          ...part.rows.map(other),
          amongActionsLabel(part),
        ]
          .filter((line) => line !== '')
          .join('\n'),
      ),
    closingLabel(minutes),
  ].join('\n\n');
}

function action(row: MinutesRow): string {
  const due = row.due === '' ? '' : ` (by ${dueLabel(row)})`;
  return `${ticket(row)}\n   → ${OUTCOME_LABELS[row.outcome]}: ${row.decision || 'no decision'}${due}`;
}

function other(row: MinutesRow): string {
  return row.decision === '' ? ticket(row) : `${ticket(row)}\n   → ${row.decision}`;
}

function ticket(row: MinutesRow): string {
  const head = [String(row.ticket.id), factsLabel(row)].filter((part) => part !== '').join(', ');
  return `• ${row.excerpt === '' ? head : `${head}: ${row.excerpt}`}`;
}
