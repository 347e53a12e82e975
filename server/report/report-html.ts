import { formatCount } from '../../contract/index.ts';
import type { Phrase } from '../../contract/monday/index.ts';
import type { Report } from './compose-report.ts';
import type { Links } from './links.ts';
import { changeOf, sourceLines, WEEK_HEAD, weekRows } from './report-words.ts';

/** Programs that show mail know styles of elements alone. */
const BODY = 'margin:0;padding:24px;background:#ffffff;color:#131820;font:15px/1.5 system-ui,sans-serif';
const TABLE = 'border-collapse:collapse;font-variant-numeric:tabular-nums';
const CELL = 'padding:4px 0 4px 20px;border-bottom:1px solid #e3e6ec;text-align:right';
const FIRST = 'padding:4px 0;border-bottom:1px solid #e3e6ec;text-align:left';
const LINK = 'color:#3346c7';
const HEAD = 'margin:24px 0 8px;font-size:15px';

/** The mail as HTML: escaped, and with nothing that a program would fetch. */
export function reportHtml(report: Report, links: Links): string {
  const { page, workspace } = report;
  const link = (text: string, address: string) =>
    `<a href="${escaped(address)}" style="${LINK}">${isolated(text)}</a>`;
  const sentence = (phrases: readonly Phrase[]) =>
    phrases
      .map(({ text, query }) => (query === undefined ? escaped(text) : link(text, links.list(query))))
      .join('');
  const [first = [], ...others] = page.headline;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escaped(workspace)}: how are we doing</title></head><body style="${BODY}">`,
    `<h1 style="margin:0 0 12px;font-size:15px">${isolated(workspace)}: how are we doing</h1>`,
    `<p style="margin:0 0 4px;font-size:20px;font-weight:600">${sentence(first)}</p>`,
    ...others.map((phrases) => `<p style="margin:0 0 4px">${sentence(phrases)}</p>`),
    page.names.length === 0 ? '' : `<h2 style="${HEAD}">Most overdue</h2>`,
    page.names.length === 0
      ? ''
      : table(
          ['Assignee', 'Overdue', `Since ${page.since}`, 'Open'],
          page.names.map((name) => [
            isolated(name.label),
            link(formatCount(name.overdue), links.list(name.overdueQuery)),
            changeOf(name.change),
            link(formatCount(name.open), links.list(name.openQuery)),
          ]),
        ),
    page.attention.length === 0 ? '' : `<h2 style="${HEAD}">To look at</h2>`,
    ...page.attention.map((phrases) => `<p style="margin:0 0 4px">${sentence(phrases)}</p>`),
    `<h2 style="${HEAD}">Week by week</h2>`,
    table(WEEK_HEAD, weekRows(report)),
    `<p style="margin:24px 0 4px">${link('Open the page with its charts', links.page)}</p>`,
    `<p style="margin:0;color:#5f6979;font-size:13px">${escaped(sourceLines(report).join(', '))}.</p>`,
    '</body></html>',
  ].join('\n');
}

/** @param rows cells that are HTML already */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const style = (index: number) => (index === 0 ? FIRST : CELL);
  const heads = head.map((text, index) => `<th scope="col" style="${style(index)}">${text}</th>`);
  const lines = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td style="${style(index)}">${cell}</td>`).join('')}</tr>`,
  );
  return `<table style="${TABLE}"><tr>${heads.join('')}</tr>${lines.join('')}</table>`;
}

/** A name whose direction ends with it. */
function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
