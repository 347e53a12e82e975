import * as z from 'zod/mini';

/** The answer of `POST /auth/sign-out`: where the browser goes next, which may be at the identity provider. */
export const signedOutSchema = z.object({ location: z.url() });

export type SignedOut = z.infer<typeof signedOutSchema>;
