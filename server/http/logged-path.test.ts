import { expect, test } from 'vitest';
import { loggedPath } from './logged-path.ts';

const TICKETS = '/api/workspaces/:workspace/tickets';
const TICKET = `${TICKETS}/:ticket`;
const KNOWN = new Set(['4201', 'a b']);

test.each([
  [TICKETS, '/api/workspaces/4201/tickets?q=jane', '/api/workspaces/4201/tickets'],
  [TICKETS, '/api/workspaces/4201/tickets/', '/api/workspaces/4201/tickets'],
  [TICKETS, '/api/workspaces/a%20b/tickets', '/api/workspaces/a b/tickets'],
  [TICKETS, 'http://localhost:3000/api/workspaces/4201/tickets?q=jane', '/api/workspaces/4201/tickets'],
  [TICKET, '/api/workspaces/4201/tickets/17', '/api/workspaces/4201/tickets/17'],
  ['/healthz', '/healthz', '/healthz'],
  ['/{*path}', '/', '/'],
  ['/{*path}', '/w/4201/tickets?q=jane', '/w/…'],
  [null, '/assets/index-abc.js', '/assets/…'],
  [null, '/api', '/api'],
])('of the route %s, %s is logged as %s', (route, url, shown) => {
  expect(loggedPath(route, url, KNOWN)).toBe(shown);
});

test.each([
  [TICKETS, '/api/workspaces/jane/tickets', '/api/workspaces/…/tickets'],
  [TICKETS, '/api/workspaces/%6aane/tickets', '/api/workspaces/…/tickets'],
  [TICKETS, '/api/workspaces/__proto__/tickets', '/api/workspaces/…/tickets'],
  [TICKETS, '/api/workspaces/%zz/tickets', '/api/workspaces/…/tickets'],
  [TICKET, '/api/workspaces/4201/tickets/jane', '/api/workspaces/4201/tickets/…'],
  [TICKET, '/api/workspaces/4201/tickets/17jane', '/api/workspaces/4201/tickets/…'],
  [TICKET, '/api/workspaces/4201/tickets/17%0Ajane', '/api/workspaces/4201/tickets/…'],
  [TICKET, `/api/workspaces/4201/tickets/${'9'.repeat(17)}`, '/api/workspaces/4201/tickets/…'],
  ['/{*path}', '/jane', '/…'],
  ['/{*path}', '/jane/doe', '/…/…'],
  ['/{*path}', '/w/jane', '/w/…'],
  [null, '/api/jane', '/api/…'],
  [null, '/jane?q=jane', '/…'],
  [null, 'http://jane@localhost/jane', '/…'],
  [null, `/${'jane/'.repeat(10_000)}`, '/…/…'],
  [null, '*', '/'],
])('of the route %s, nothing that somebody typed is logged of %s', (route, url, shown) => {
  expect(loggedPath(route, url, KNOWN)).toBe(shown);
});
