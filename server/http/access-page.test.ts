import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ROUTE_RULES } from './route-rules.ts';

test('the table of routes by roles in the documentation is the one that is in force', async () => {
  const page = await readFile(new URL('../../docs/access.md', import.meta.url), 'utf8');
  const told = [...page.matchAll(/^\| `([A-Z]+ \/api\S*)` +\| ([a-z ]+?) +\|$/gm)].map(
    ([, route, role]) => `${route}: ${role}`,
  );
  const ruled = Object.entries(ROUTE_RULES).flatMap(([path, rules]) =>
    Object.entries(rules).map(
      ([method, rule]) => `${method} ${path}: ${rule === 'signed-in' ? 'all signed in' : rule}`,
    ),
  );
  expect(told).toEqual(ruled);
});
