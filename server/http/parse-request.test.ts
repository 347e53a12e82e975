import { expect, test } from 'vitest';
import { problemSchema } from '../../contract/index.ts';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { MAX_NAMED_ERRORS } from './limits.ts';
import { createHttpServer } from './server.ts';

const ROUTES = [
  'tickets',
  'tickets.csv',
  'tickets.xlsx',
  'tickets/1',
  'tickets/1/history',
  'snapshot',
  'summary',
  'trends',
].map((name) => `/api/workspaces/w/${name}`);

async function faultsOf(path: string, query: string) {
  const { app } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
  // With the product's bounds for an address, which are not those of Node.
  const server = createHttpServer(app);
  const answer = await fetch(`http://127.0.0.1:${await listen(server)}${path}?${query}`);
  const text = await answer.text();
  server.close();
  server.closeAllConnections();
  expect(answer.status).toBe(400);
  const { faults = [], detail } = problemSchema.parse(JSON.parse(text));
  return { text, faults, detail };
}

function repeat(count: number, makePair: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => makePair(index)).join('&');
}

test.each(ROUTES)(
  '15,000 unknown keys get a small answer, which tells how many there are: %s',
  async (path) => {
    const { text, faults, detail } = await faultsOf(
      path,
      repeat(15_000, (index) => index.toString(36)),
    );
    expect(faults).toHaveLength(MAX_NAMED_ERRORS);
    expect(detail).toMatch(/There are 149\d\d more errors\.$/);
    expect(text.length).toBeLessThan(20_000);
  },
);

test('of the values that a key does not take, no more are named', async () => {
  const { faults, detail } = await faultsOf(
    '/api/workspaces/w/tickets',
    repeat(5_000, (index) => `age=${index}`),
  );
  expect(faults).toHaveLength(MAX_NAMED_ERRORS);
  expect(detail).toContain('There are 4980 more errors.');
});

test.each([
  [MAX_NAMED_ERRORS, ''],
  [MAX_NAMED_ERRORS + 1, ' There is 1 more error.'],
])('of %i faults all that fit are named', async (count, rest) => {
  const { faults, detail } = await faultsOf(
    '/api/workspaces/w/tickets',
    repeat(count, (index) => `age=${index}`),
  );
  expect(faults).toHaveLength(MAX_NAMED_ERRORS);
  const sentences = faults.map(({ message }) => `${message}.`).join(' ');
  expect(detail).toBe(`${sentences}${rest}`);
});

test('which keys a ticket takes is told once', async () => {
  const { text } = await faultsOf('/api/workspaces/w/tickets/1', 'a=1&b=2&c=3');
  // In the fault, and in the sentence for a reader.
  expect(text.match(/it takes at/g)).toHaveLength(2);
});

test('what is told of a long key or value stays short', async () => {
  for (const query of [`${'x'.repeat(30_000)}=1`, `sort=${'x'.repeat(30_000)}`]) {
    const { text } = await faultsOf('/api/workspaces/w/tickets', query);
    expect(text.length).toBeLessThan(2_000);
  }
});
