import { beforeEach } from 'vitest';
import { apiTokensSchema, createdTokenSchema, type Role } from '../../contract/index.ts';
import type { AccessRules } from '../access/access-file.ts';
import { principalOf } from '../access/principal-of.ts';
import { withTokens } from '../access/tokens/token-access.ts';
import type { TokenStore } from '../access/tokens/token-store.ts';
import { createTokens } from '../access/tokens/tokens.ts';
import { accessOf } from './access.ts';
import { fakeSource, serve, snapshotOf } from './app.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const DAY = 86_400_000;

/** A store that has no tokens and takes none. */
export const NO_TOKENS: TokenStore = {
  insert: () => Promise.reject(new Error('Nobody gets a token here')),
  find: async () => null,
  list: async () => [],
  touch: async () => undefined,
  remove: async () => null,
};

/** Parts that one test sets as it likes. */
interface Bench {
  /** Roles by people's names; whoever is named in `who` asks by a cookie. */
  grants: Record<string, Role>;
  who: string | null;
  now: number;
  isDown: boolean;
  served: ReturnType<typeof serve>;
}

/** Gives every test of a file the app over a store of tokens, its people, and ways to ask it as a page and as a script do. */
export function eachWithTokens(storeOf: () => TokenStore) {
  const bench = {} as Bench;
  const open = () => serveTokens(bench, storeOf());
  beforeEach(() => {
    bench.grants = { anna: 'member', ben: 'viewer', ada: 'admin' };
    bench.who = 'anna';
    bench.now = Date.parse('2026-02-10T12:00:00Z');
    bench.isDown = false;
    bench.served = open();
  });

  const fresh = (parts: object = {}) => ({
    name: 'Weekly report',
    role: 'viewer',
    expiresAt: new Date(bench.now + DAY).toISOString(),
    ...parts,
  });
  /** A write as a page of ours makes it. */
  const post = (body: string | object) =>
    bench.served.http
      .post('/api/tokens')
      .set({ Host: '127.0.0.1:3000', Origin: ORIGIN })
      .type('json')
      .send(body);
  const remove = (id: string) =>
    bench.served.http.delete(`/api/tokens/${id}`).set({ Host: '127.0.0.1:3000', Origin: ORIGIN });
  const get = (path: string, token?: string, { http } = bench.served) => {
    const request = http.get(path).set('Host', '127.0.0.1:3000');
    return token === undefined ? request : request.set('Authorization', `Bearer ${token}`);
  };
  const list = async () => apiTokensSchema.parse((await get('/api/tokens').expect(200)).body).tokens;
  const create = async (parts: object = {}) =>
    createdTokenSchema.parse((await post(fresh(parts)).expect(201)).body);
  return { bench, open, fresh, post, remove, get, list, create };
}

/** Serves as one process of those on the store. */
function serveTokens(bench: Bench, stored: TokenStore) {
  const rules = {
    current: (): AccessRules => ({
      grants: Object.entries(bench.grants).map(([name, role]) => ({
        who: { kind: 'user', name: `${name}@example.com` },
        workspaces: '*',
        role,
      })),
      contact: null,
    }),
  };
  const now = () => bench.now;
  const store = new Proxy(stored, {
    get: (target, name: keyof TokenStore) =>
      bench.isDown ? async () => Promise.reject(new Error('down')) : target[name],
  });
  const tokens = createTokens({ store, now, logger: { warn: () => undefined } });
  const cookies = accessOf(() => (bench.who === null ? null : principalOf(personOf(bench.who), rules)));
  const access = withTokens(cookies, tokens, rules);
  return serve([fakeSource('w', snapshotOf(7, []))], { access, tokens, now, publicUrl: ORIGIN });
}

function personOf(name: string) {
  return { id: `oidc:${name}`, name, email: `${name}@example.com`, userName: null, groups: [] };
}
