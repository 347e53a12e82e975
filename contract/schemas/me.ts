import * as z from 'zod/mini';
import { ROLES } from '../access.ts';

/** How people sign in: at an identity provider, at a proxy in front, or not at all. */
export const accessKindSchema = z.enum(['none', 'oidc', 'proxy']);

/**
 * The answer of `GET /api/me`.
 *
 * - `access`: how people sign in; `none` on one's own machine, where `user` is null.
 * - `workspaces`: those that this person may see, and as what.
 * - `groupsLeftOut`: whether they may see less than they should, as the provider tells not all of their groups.
 * - `signOutUrl`: the address to sign out at; null where there is nothing to sign out of.
 * - `contact`: whom to ask for access; null when nobody has been named.
 */
export const meSchema = z.object({
  access: accessKindSchema,
  user: z.nullable(z.object({ id: z.string(), name: z.string(), email: z.nullable(z.string()) })),
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
  groupsLeftOut: z.boolean(),
  signOutUrl: z.nullable(z.string()),
  contact: z.nullable(z.string()),
});

export type Me = z.infer<typeof meSchema>;
