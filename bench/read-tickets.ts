import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Ticket } from '../contract/index.ts';
import { makeTickets } from './tickets.ts';

/**
 * Reads tickets, parsed from JSON as the upstream's are: that is what their strings weigh.
 *
 * @param source how many made-up tickets to take, or a file of tickets, one JSON object a line
 */
export function readTickets(source: string): Ticket[] {
  if (!/^\d+$/.test(source)) return readFile(source);
  return makeTickets(Number(source)).map((ticket) => JSON.parse(JSON.stringify(ticket)) as Ticket);
}

function readFile(path: string): Ticket[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ticket);
}
