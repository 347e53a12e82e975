import { oneLine } from '../../format/one-line.ts';
import { formatValue } from '../../format/value-labels.ts';
import type { Minutes, MinutesLine } from './minutes.ts';
import {
  carriedOverNote,
  type MinutesContext,
  NOT_SENT,
  tallyLabel,
  taskLabel,
  timeLabel,
} from './minutes-labels.ts';

/** The minutes as plain text for a chat: short lines, no markup. */
export function toPlainText(minutes: Minutes, { zone }: MinutesContext): string {
  return [
    [oneLine(minutes.name), timeLabel(minutes, zone), tallyLabel(minutes.all)].join('\n'),
    ...section(
      'Decisions',
      minutes.decisions.map((line) => {
        const said = line.note.decision === '' ? 'no decision noted' : oneLine(line.note.decision);
        const task = taskLabel(line);
        return `• ${ticketLabel(line)}\n   → ${said}${task === '' ? '' : ` (${task})`}`;
      }),
    ),
    ...section(
      'To follow up',
      minutes.followUps.map((line) => withAside(line, taskLabel(line))),
    ),
    ...section(
      'Not reviewed',
      minutes.notReviewed.map((line) => withAside(line, carriedOverNote(line))),
    ),
    `${NOT_SENT}${minutes.masked ? ' Customers’ names are hidden.' : ''}`,
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${lines.join('\n')}`];
}

function withAside(line: MinutesLine, aside: string): string {
  return `• ${ticketLabel(line)}${aside === '' ? '' : ` (${aside})`}`;
}

function ticketLabel({ ticket, excerpt }: MinutesLine): string {
  const priority = ticket.priority === null ? [] : [oneLine(formatValue(ticket.priority))];
  const facts = [String(ticket.id), ...priority, ...(ticket.isOverdue ? ['overdue'] : [])].join(', ');
  return excerpt === '' ? facts : `${facts}: ${excerpt}`;
}
