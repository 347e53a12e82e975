import { markdownLink, markdownText } from '../../format/markdown-text.ts';
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

/** The minutes as Markdown. Whatever a customer or a colleague has written stays text in it. */
export function toMarkdown(minutes: Minutes, { zone, linkOf }: MinutesContext): string {
  const ticket = (row: MinutesRow) => `- ${reference(row, linkOf)} ${aboutTicket(row)}`.trimEnd();
  const action = (row: MinutesRow) => {
    const decision = row.decision === '' ? 'no decision' : markdownText(row.decision);
    const due = row.due === '' ? '' : ` **by ${dueLabel(row)}**`;
    return `${ticket(row)}\n  **${OUTCOME_LABELS[row.outcome]}:** ${decision}${due}`;
  };
  const other = (row: MinutesRow) =>
    row.decision === '' ? ticket(row) : `${ticket(row)}\n  **Decision:** ${markdownText(row.decision)}`;
  return [
    `# ${markdownText(minutes.title)}`,
    markdownText(timeLabel(minutes, zone)),
    markdownText(aboutLabel(minutes, zone)),
    `**${tallyLabel(minutes)}**`,
    ...(minutes.actions.length === 0 ? [] : [`## ${ACTIONS}`]),
    ...minutes.actions.flatMap(({ owner, rows }) => [
      `### ${owner === '' ? NO_OWNER : markdownText(owner)}`,
      rows.map(action).join('\n'),
    ]),
    ...minutes.parts
      .filter(({ total }) => total > 0)
      .flatMap((part) => [
        `## ${OUTCOME_LABELS[part.outcome]} (${part.total})`,
        part.rows.map(other).join('\n'),
        amongActionsLabel(part),
      ]),
    `*${closingLabel(minutes)}*`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function reference({ ticket: { id } }: MinutesRow, linkOf: MinutesContext['linkOf']): string {
  const link = linkOf(id);
  return link === null ? `**${id}**` : `**${markdownLink(String(id), link)}**`;
}

function aboutTicket(row: MinutesRow): string {
  const parts = [factsLabel(row), row.excerpt].filter((part) => part !== '');
  return parts.map(markdownText).join(': ');
}
