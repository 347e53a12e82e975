import { markdownLink, markdownText } from '../../format/markdown-text.ts';
import { formatValue } from '../../format/value-labels.ts';
import { type Minutes, type MinutesLine, OUTCOME_LABELS, OUTCOMES, type Tally } from './minutes.ts';
import {
  carriedOverNote,
  type MinutesContext,
  NOT_SENT,
  tallyLabel,
  taskLabel,
  timeLabel,
} from './minutes-labels.ts';

/** The minutes as Markdown. Whatever a customer or a colleague has written stays text in it. */
export function toMarkdown(minutes: Minutes, { zone, linkOf }: MinutesContext): string {
  const line = (one: MinutesLine, end: string) =>
    `- ${reference(one, linkOf)} ${facts(one)}${one.excerpt === '' ? '' : `: ${markdownText(one.excerpt)}`}${end}`;
  const decision = (one: MinutesLine) => {
    const task = taskLabel(one);
    const text = one.note.decision === '' ? '' : ` ${markdownText(one.note.decision)}`;
    return line(
      one,
      `\n  **Decision:**${text || ' none noted'}${task === '' ? '' : ` (${markdownText(task)})`}`,
    );
  };
  return [
    `# ${markdownText(minutes.name)}`,
    markdownText(timeLabel(minutes, zone)),
    `**${tallyLabel(minutes.all)}**`,
    ...section('Decisions', minutes.decisions.map(decision)),
    ...section(
      'To follow up',
      minutes.followUps.map((one) => line(one, bracketed(taskLabel(one)))),
    ),
    ...section(
      'Not reviewed',
      minutes.notReviewed.map((one) => line(one, bracketed(carriedOverNote(one)))),
    ),
    '## By priority',
    table('Priority', minutes.byPriority),
    '## By segment',
    table('Segment', minutes.bySegment),
    `*${NOT_SENT}${minutes.masked ? ' Customers’ names are hidden.' : ''}*`,
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function reference({ ticket: { id } }: MinutesLine, linkOf: MinutesContext['linkOf']): string {
  const link = linkOf(id);
  return link === null ? `**${id}**` : `**${markdownLink(String(id), link)}**`;
}

function facts({ ticket }: MinutesLine): string {
  const priority = ticket.priority === null ? [] : [markdownText(formatValue(ticket.priority))];
  return [...priority, ...(ticket.isOverdue ? ['overdue'] : [])].join(', ');
}

function bracketed(text: string): string {
  return text === '' ? '' : ` (${markdownText(text)})`;
}

function table(title: string, tallies: readonly Tally[]): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    row([title, ...OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome]), 'All']),
    row(['---', ...OUTCOMES.map(() => '---:'), '---:']),
    ...tallies.map(({ name, counts, total }) =>
      row([markdownText(name), ...OUTCOMES.map((outcome) => counts[outcome]), total]),
    ),
  ].join('\n');
}
