import { queryOptions } from '@tanstack/react-query';
import {
  type ApiToken,
  type ApiTokens,
  type CreatedToken,
  type NewToken,
  routes,
} from '../../contract/index.ts';
import type { Shape } from './answer-shapes.ts';
import { deleteAt } from './delete.ts';
import { request } from './request.ts';

const TOKEN: Shape<ApiToken> = {
  id: 'string',
  name: 'string',
  role: 'string',
  person: { id: 'string', name: 'string' },
  createdAt: 'string',
  expiresAt: 'string',
};

/** The reader's API tokens, and everybody's for who is admin of all workspaces; newest first. */
export function tokensQuery() {
  return queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => request<ApiTokens>(routes.tokens(), { shape: { tokens: [TOKEN] }, signal }),
    refetchOnWindowFocus: 'always',
  });
}

/** Makes a token; the answer is the only one that ever has its secret. */
export function createToken(token: NewToken): Promise<CreatedToken> {
  const shape: Shape<CreatedToken> = { ...TOKEN, token: 'string' };
  return request<CreatedToken>(routes.tokens(), { shape, method: 'POST', body: token });
}

/** Ends a token at once. */
export function revokeToken(id: string): Promise<void> {
  return deleteAt(routes.token(id));
}
