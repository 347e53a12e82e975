import readWorkbook from 'read-excel-file/node';
import { routes } from '../../contract/index.ts';
import { parseCsv } from '../../contract/testing/parse-csv.ts';
import { fakeSource, serve, snapshotOf } from './app.ts';

export const CSV = routes.ticketsCsv('w');
export const XLSX = routes.ticketsXlsx('w');

type Tickets = Parameters<typeof snapshotOf>[1];

/** The file of a workspace with these tickets, as it came and by rows. */
export async function download(list: Tickets, query = '') {
  const { http } = serve([fakeSource('w', snapshotOf(7, list))]);
  const answer = await http.get(`${CSV}${query}`).expect(200);
  const { text, headers } = answer;
  return { text, headers, rows: parseCsv(text.slice(1)) };
}

/** The workbook of a workspace with these tickets: its bytes, and its sheets as another library reads them. */
export async function downloadWorkbook(
  list: Tickets,
  query = '',
  options: Parameters<typeof snapshotOf>[2] = {},
) {
  const { http } = serve([fakeSource('w', snapshotOf(7, list, options))]);
  const { body, headers } = await http.get(`${XLSX}${query}`).responseType('blob').expect(200);
  return { bytes: body as Buffer, headers, ...(await readSheets(body)) };
}

/** The sheets of a workbook: of tickets, each by rows, and the facts of the last one by their names. */
export async function readSheets(bytes: Buffer) {
  const sheets = await readWorkbook(bytes, { trim: false });
  const about = Object.fromEntries(sheets.at(-1)?.data.map(([name, value]) => [name, value]) ?? []);
  return {
    names: sheets.map(({ sheet }) => sheet),
    sheets: sheets.slice(0, -1).map(({ data }) => data),
    about,
  };
}
