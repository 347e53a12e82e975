/** A mail to write. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Lines, each shown as it is. */
  readonly body: readonly string[];
}

/** Some mail programs and systems cut longer addresses off, or refuse them. In characters. */
export const LONGEST_LINK = 1_800;

/** The longest address that mail can be sent to (RFC 5321), in characters. */
const LONGEST_ADDRESS = 254;

/** One mailbox and nothing else: what separates addresses, quotes, or shows nothing is in no address that we write to. */
const ADDRESS =
  /^[^\s\p{C}@<>()[\],;:\\"]+@[^\s\p{C}@<>()[\],;:\\"?&%#/]+\.[^\s\p{C}@<>()[\],;:\\"?&%#/.]+$/u;

/**
 * The `mailto:` address (RFC 6068) that opens the reader's mail program with this mail begun. A body that would make
 * it too long for mail programs is left out.
 *
 * @returns null where `to` is no e-mail address that can safely be written to
 */
export function mailLink({ to, subject, body }: Mail): string | null {
  const address = to.trim();
  if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address)) return null;
  const head = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodePart(subject)}`;
  const whole = body.length === 0 ? head : `${head}&body=${body.map(encodePart).join('%0D%0A')}`;
  const link = whole.length < LONGEST_LINK ? whole : head;
  return link.length < LONGEST_LINK ? link : null;
}

/** One line: a line break within it could begin another header. */
function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/[\p{C}\s]+/gu, ' ').trim());
}
