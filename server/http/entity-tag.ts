import { hash } from 'node:crypto';

/** The weak tag of what a text says, in whatever encoding it is sent. */
export function weakTag(text: string | Buffer): string {
  return `W/"${hash('sha1', text, 'base64url')}"`;
}

/**
 * Whether a client has what a tag stands for.
 *
 * @param known its `If-None-Match`, whose tags RFC 9110 has compared weakly
 */
export function isKnownTag(known: string | undefined, tag: string): boolean {
  if (known === undefined) return false;
  const strong = tag.replace(/^W\//, '');
  const tags = known.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(strong) || tags.includes('*');
}
