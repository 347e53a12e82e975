import { routes } from '../../contract/index.ts';
import { parseCsv } from '../../contract/testing/parse-csv.ts';
import { fakeSource, serve, snapshotOf } from './app.ts';

export const CSV = routes.ticketsCsv('w');

/** The file of a workspace with these tickets, as it came and by rows. */
export async function download(list: Parameters<typeof snapshotOf>[1], query = '') {
  const { http } = serve([fakeSource('w', snapshotOf(7, list))]);
  const answer = await http.get(`${CSV}${query}`).expect(200);
  const { text, headers } = answer;
  return { text, headers, rows: parseCsv(text.slice(1)) };
}
