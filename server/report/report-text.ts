import { formatCount, type TicketQuery } from '../../contract/index.ts';
import type { MondayName, Phrase } from '../../contract/monday/index.ts';
import type { Report } from './compose-report.ts';
import type { Links } from './links.ts';
import { changeOf, sourceLines, WEEK_HEAD, weekRows } from './report-words.ts';

/** Marks a text with the number of its link: `12 overdue [3]`. */
type Mark = (text: string, query: TicketQuery) => string;

/** The mail as plain text. Its links are at the end, by number: addresses among the words would hide them. */
export function reportText(report: Report, links: Links): string {
  const { page, workspace } = report;
  const addresses: string[] = [];
  const mark: Mark = (text, query) => `${text} [${addresses.push(links.list(query))}]`;
  const sentence = (phrases: readonly Phrase[]) =>
    phrases.map(({ text, query }) => (query === undefined ? text : mark(inLine(text), query))).join('');
  const blocks = [
    `${inLine(workspace).trim()}: how are we doing`,
    page.headline.map(sentence).join('\n'),
    page.names.length > 0 &&
      ['MOST OVERDUE', ...page.names.map((name) => nameLine(name, page.since, mark))].join('\n'),
    page.attention.length > 0 &&
      ['TO LOOK AT', ...page.attention.map((phrases) => `- ${sentence(phrases)}`)].join('\n'),
    [
      'WEEK BY WEEK',
      ...weekRows(report).map(
        ([week, ...figures]) =>
          `- ${week}: ${figures.map((figure, index) => `${WEEK_HEAD[index + 1]?.toLowerCase()} ${figure}`).join(', ')}`,
      ),
    ].join('\n'),
    `With charts: ${links.page}`,
    `${sourceLines(report).join(', ')}.`,
    ['LINKS', ...addresses.map((address, index) => `[${index + 1}] ${address}`)].join('\n'),
  ];
  return `${blocks.filter((block) => block !== false).join('\n\n')}\n`;
}

function nameLine({ label, change, ...name }: MondayName, since: string, mark: Mark): string {
  const overdue = mark(`${formatCount(name.overdue)} overdue`, name.overdueQuery);
  const changed = change === null ? '' : ` (${changeOf(change)} since ${since})`;
  return `- ${inLine(label)}: ${overdue}${changed}, ${mark(`${formatCount(name.open)} open`, name.openQuery)}`;
}

/** A name in one line, without what changes the direction of the text around it. */
function inLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
