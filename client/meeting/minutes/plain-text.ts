import { oneLine } from '../../format/one-line.ts';
import { formatValue } from '../../format/value-labels.ts';
import type { Line, Minutes } from './minutes.ts';
import { carriedNote, NOT_SENT, type Reading, tallyWords, taskWords, whenWords } from './words.ts';

/** The minutes as plain text for a chat: short lines, no markup. */
export function toPlainText(minutes: Minutes, { zone }: Reading): string {
  return [
    [oneLine(minutes.name), whenWords(minutes, zone), tallyWords(minutes.all)].join('\n'),
    ...section(
      'Decisions',
      minutes.decisions.map((line) => {
        const said = line.note.decision === '' ? 'no decision noted' : oneLine(line.note.decision);
        const task = taskWords(line);
        return `• ${ticketWords(line)}\n   → ${said}${task === '' ? '' : ` (${task})`}`;
      }),
    ),
    ...section(
      'To follow up',
      minutes.followUps.map((line) => withBrackets(line, taskWords(line))),
    ),
    ...section(
      'Not reached',
      minutes.notReached.map((line) => withBrackets(line, carriedNote(line))),
    ),
    `${NOT_SENT}${minutes.masked ? ' Customers’ names are hidden.' : ''}`,
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${lines.join('\n')}`];
}

function withBrackets(line: Line, words: string): string {
  return `• ${ticketWords(line)}${words === '' ? '' : ` (${words})`}`;
}

function ticketWords({ ticket, words }: Line): string {
  const priority = ticket.priority === null ? [] : [oneLine(formatValue(ticket.priority))];
  const facts = [String(ticket.id), ...priority, ...(ticket.isOverdue ? ['overdue'] : [])].join(', ');
  return words === '' ? facts : `${facts}: ${words}`;
}
