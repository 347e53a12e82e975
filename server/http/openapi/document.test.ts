import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { PROBLEMS } from '../../../contract/index.ts';
import { accessOf, principal } from '../../test/access.ts';
import { fakeSource, serve, snapshotOf } from '../../test/app.ts';
import { tickets } from '../../test/tickets.ts';
import { ROUTE_RULES } from '../route-rules.ts';
import { describeApi } from './document.ts';

interface Method {
  readonly operationId: string;
  readonly 'x-role': string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly responses: object;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Method>>>>;
}

const described = (options: Partial<Parameters<typeof describeApi>[0]> = {}) =>
  describeApi({ access: 'oidc', publicUrl: null, ...options }) as Document;

/** Every method of the description, by the route that it is of. */
function methodsOf({ paths }: Document): readonly (readonly [string, Method])[] {
  return Object.entries(paths).flatMap(([path, { parameters: _, ...methods }]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        [`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, operation] as const,
    ),
  );
}

test.each(['none', 'proxy', 'oidc'] as const)('with access %s it is OpenAPI 3.1', async (access) => {
  const validator = new Validator();
  expect(await validator.validate({ ...described({ access }) })).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('every route is described with its role, and nothing else', () => {
  const roles = methodsOf(described()).map(([route, method]) => [route, method['x-role']]);
  const ruled = Object.entries(ROUTE_RULES).flatMap(([path, rules]) =>
    Object.entries(rules).map(([method, rule]) => [`${method} ${path}`, rule]),
  );
  expect(roles).toEqual(ruled);
  const ids = methodsOf(described()).map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('it tells how one can be known, as far as people sign in here', () => {
  const securityOf = (access: 'none' | 'proxy' | 'oidc', route: string) =>
    new Map(methodsOf(described({ access }))).get(route)?.security;
  expect(securityOf('none', 'GET /api/me')).toEqual([]);
  expect(securityOf('proxy', 'GET /api/me')).toEqual([{}, { token: [] }]);
  expect(securityOf('oidc', 'GET /api/me')).toEqual([{ session: [] }, { token: [] }]);
  expect(securityOf('oidc', 'POST /api/tokens')).toEqual([{ session: [] }]);
  expect(described({ publicUrl: 'https://desk.example.com/loopdesk/' }).servers).toEqual([
    { url: 'https://desk.example.com/loopdesk' },
  ]);
});

test('all problems of the API are told somewhere, but those that it does not answer', () => {
  const text = JSON.stringify(methodsOf(described()).map(([, { responses }]) => responses));
  const untold = Object.keys(PROBLEMS).filter((code) => !text.includes(`"${code}"`));
  expect(untold).toEqual(['method-not-allowed', 'shutting-down']);
});

test('it is served to those who are signed in, tokens included', async () => {
  const { http } = serve([], { access: accessOf(() => principal('viewer')), publicUrl: 'http://127.0.0.1' });
  const { body } = await http.get('/api/openapi.json').expect(200).expect('Cache-Control', 'no-store');
  expect(body).toEqual(described({ publicUrl: 'http://127.0.0.1' }));
  await http.head('/api/openapi.json').expect(200);
});

const { http } = serve([fakeSource('w', snapshotOf(7, tickets(1, 3)))]);
const ASKED = methodsOf(described()).filter(([route]) => route.startsWith('GET '));

test.each(ASKED)('%s knows every key that it is described with', async (route, { parameters = [] }) => {
  const address = route.slice(4).replace(':workspace', 'w').replace(':ticket', '1');
  for (const { name } of parameters.filter((parameter) => parameter.in === 'query')) {
    const { body } = await http.get(`${address}?${name}=`);
    expect(JSON.stringify(body)).not.toMatch(/is not a key|is no key/);
  }
});

test('the keys of a list have the forms of their values', () => {
  const { parameters = [] } = new Map(methodsOf(described())).get(
    'GET /api/workspaces/:workspace/tickets',
  ) as Method;
  const schemas = new Map(parameters.map(({ name, schema }) => [name, schema]));
  expect(schemas.get('overdue')).toEqual({ type: 'boolean' });
  expect(schemas.get('perPage')).toEqual({ type: 'integer', minimum: 1, maximum: 200 });
  expect(schemas.get('deleted')).toEqual({ type: 'string', enum: ['exclude', 'include', 'only'] });
  expect(schemas.get('status')).toEqual({ type: 'array', items: { type: 'string' } });
  expect(schemas.get('age')).toMatchObject({ items: { enum: expect.arrayContaining(['0-1', '-0-1']) } });
});
