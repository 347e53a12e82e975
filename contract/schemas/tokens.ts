import * as z from 'zod/mini';
import { ROLES } from '../access.ts';
import { plainName } from '../plain-name.ts';

const name = z.string().check(
  z.overwrite(plainName),
  z.minLength(1),
  z.maxLength(80),
  z.refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must have no control characters'),
);

/** The body of `POST /api/tokens`: what a token is for, what it may do at most, and its last moment. */
export const newTokenSchema = z.strictObject({
  name,
  role: z.enum(ROLES),
  expiresAt: z.iso.datetime({ offset: true }),
});

/**
 * An API token, without its secret. Instants are ISO.
 *
 * - `person`: who made it, and for whom it stands.
 * - `usedAt`: its last use, which may be a minute behind; null for none.
 */
const apiTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  person: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.nullable(z.string()),
});

/** The answer of `GET /api/tokens`, newest first. */
export const apiTokensSchema = z.object({ tokens: z.array(apiTokenSchema) });

/** The answer of `POST /api/tokens`: the only one that ever has the secret. */
export const createdTokenSchema = z.object({ ...apiTokenSchema.shape, token: z.string() });

export type NewToken = z.infer<typeof newTokenSchema>;
export type ApiToken = z.infer<typeof apiTokenSchema>;
export type ApiTokens = z.infer<typeof apiTokensSchema>;
export type CreatedToken = z.infer<typeof createdTokenSchema>;
