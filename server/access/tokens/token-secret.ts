import type { IncomingMessage } from 'node:http';

/** Every secret begins so: whoever finds one knows what it is, and other bearer tokens are left to whom they are for. */
export const SECRET_PREFIX = 'loopdesk_';

/** The secret of an API token that a request has; null for one without, or with somebody else's token. */
export function secretOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const [, secret = ''] = /^bearer +(\S{1,200})$/i.exec(headers.authorization ?? '') ?? [];
  return secret.startsWith(SECRET_PREFIX) ? secret : null;
}
