import { formatCount } from '../../contract/index.ts';
import type { MondayName, Phrase } from '../../contract/monday/index.ts';
import type { Report } from './compose-report.ts';
import type { Links } from './links.ts';
import { changeOf, sourceLines, WEEK_HEAD, weekRows } from './report-words.ts';

/** The mail as plain text. */
export function reportText(report: Report, links: Links): string {
  const { page, workspace } = report;
  const sentence = (phrases: readonly Phrase[]) => phrases.map(({ text }) => inLine(text)).join('');
  const blocks = [
    `${inLine(workspace).trim()}: how are we doing`,
    page.headline.map(sentence).join('\n'),
    page.names.length > 0 &&
      [
        'MOST OVERDUE',
        ...page.names.map((name) => `- ${inLine(name.label)}: ${figuresOf(name, page.since)}`),
      ].join('\n'),
    page.attention.length > 0 &&
      [
        'TO LOOK AT',
        ...page.attention.map((phrases) => {
          const query = phrases.find((phrase) => phrase.query !== undefined)?.query;
          return `- ${sentence(phrases)}${query === undefined ? '' : `\n  ${links.list(query)}`}`;
        }),
      ].join('\n'),
    [
      'WEEK BY WEEK',
      ...weekRows(report).map(
        ([week, ...figures]) =>
          `- ${week}: ${figures.map((figure, index) => `${WEEK_HEAD[index + 1]?.toLowerCase()} ${figure}`).join(', ')}`,
      ),
    ].join('\n'),
    `With charts: ${links.page}`,
    `${sourceLines(report).join(', ')}.`,
  ];
  return `${blocks.filter((block) => block !== false).join('\n\n')}\n`;
}

function figuresOf(name: MondayName, since: string): string {
  const change = name.change === null ? '' : ` (${changeOf(name)} since ${since})`;
  return `${formatCount(name.overdue)} overdue${change}, ${formatCount(name.open)} open`;
}

/** A name in one line, without what changes the direction of the text around it. */
function inLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
