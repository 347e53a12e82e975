import { routes } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from './app.ts';

export const CSV = routes.ticketsCsv('w');

/** Reads CSV as RFC 4180 has it: what is quoted may hold anything, and a quote in it is doubled. */
function parseCsv(text: string): string[][] {
  const cells = text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g);
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain, end] of cells) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** The file of a workspace with these tickets, as it came and by rows. */
export async function download(list: Parameters<typeof snapshotOf>[1], query = '') {
  const { http } = serve([fakeSource('w', snapshotOf(7, list))]);
  const answer = await http.get(`${CSV}${query}`).expect(200);
  const { text, headers } = answer;
  return { text, headers, rows: parseCsv(text.slice(1)) };
}
