import type { TicketQuery, Trends } from '../../contract/index.ts';
import type { MondayName, MondayPage, Phrase } from '../../contract/monday/index.ts';
import { markdownLink, markdownText } from '../format/markdown-text.ts';
import { formatCount } from '../format/numbers.ts';
import { oneLine } from '../format/one-line.ts';
import { markdownRows } from '../format/text-table.ts';
import { fullName } from '../trends/charts/buckets.ts';
import { formatDays, formatSigned } from '../trends/charts/format-figures.ts';

/** The page, and what is said beside it in a copy. */
export interface MondayCopy {
  readonly title: string;
  /** Source of its numbers. */
  readonly source: readonly string[];
  readonly page: MondayPage;
  readonly trends: Trends;
  /** Writes the absolute address of a list. */
  readonly linkTo: (query: TicketQuery) => string;
}

/** The page as Markdown, with a link for each number that has a list. */
export function toMarkdown({ title, source, page, trends, linkTo }: MondayCopy): string {
  const sentence = (phrases: readonly Phrase[]) =>
    phrases
      .map(({ text, query }) => (query === undefined ? text : markdownLink(text, linkTo(query))))
      .join('');
  const names = page.names.map(({ label, overdue, change, open, overdueQuery, openQuery }) => [
    markdownText(label),
    markdownLink(formatCount(overdue), linkTo(overdueQuery)),
    change === null ? '–' : formatSigned(change),
    markdownLink(formatCount(open), linkTo(openQuery)),
  ]);
  return blocks([
    `# ${markdownText(title)}`,
    source.map(markdownText).join('  \n'),
    ...page.headline.map(sentence),
    names.length > 0 &&
      `## Most overdue\n\n${markdownRows(['Assignee', 'Overdue', `Since ${page.since}`, 'Open'], [false, true, true, true], names).trimEnd()}`,
    page.attention.length > 0 &&
      `## To look at\n\n${page.attention.map((phrases) => `- ${sentence(phrases)}`).join('\n')}`,
    `## Week by week\n\n${markdownRows(WEEK_HEAD, [false, true, true, true, true, true], weeksOf(trends)).trimEnd()}`,
  ]);
}

/** The page as plain text for a mail or a chat: no markup and no links. */
export function toPlainText({ title, source, page, trends }: MondayCopy): string {
  const sentence = (phrases: readonly Phrase[]) =>
    phrases.map(({ text, query }) => (query === undefined ? text : oneLine(text))).join('');
  return blocks([
    [oneLine(title), ...source].join('\n'),
    page.headline.map(sentence).join('\n'),
    page.names.length > 0 &&
      [
        'MOST OVERDUE',
        ...page.names.map((name) => `• ${oneLine(name.label)}: ${figuresOf(name, page.since)}`),
      ].join('\n'),
    page.attention.length > 0 &&
      ['TO LOOK AT', ...page.attention.map((phrases) => `• ${sentence(phrases)}`)].join('\n'),
    ['WEEK BY WEEK', ...weeksOf(trends).map(weekLine)].join('\n'),
  ]);
}

const WEEK_HEAD = ['Week', 'Opened', 'Resolved', 'Open', 'Overdue', 'Median time to resolve'];

/** A dash in the place of what was not recorded. */
function weeksOf(trends: Trends): readonly (readonly string[])[] {
  const count = (value: number | null) => (value === null ? '–' : formatCount(value));
  return trends.buckets.map((bucket) => [
    fullName(bucket, trends),
    count(bucket.arrived),
    count(bucket.resolved),
    count(bucket.openAtEnd),
    count(bucket.overdueAtEnd),
    bucket.resolution === null ? '–' : formatDays(bucket.resolution.p50Days),
  ]);
}

function weekLine([name, ...figures]: readonly string[]): string {
  const told = figures.map((figure, index) => `${WEEK_HEAD[index + 1]?.toLowerCase()} ${figure}`);
  return `• ${name}: ${told.join(', ')}`;
}

function figuresOf({ overdue, open, change }: MondayName, since: string): string {
  const changed = change === null ? '' : ` (${formatSigned(change)} since ${since})`;
  return `${formatCount(overdue)} overdue${changed}, ${formatCount(open)} open`;
}

function blocks(parts: readonly (string | false)[]): string {
  return `${parts.filter((part) => part !== false).join('\n\n')}\n`;
}
