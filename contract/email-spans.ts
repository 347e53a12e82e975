import type { Span } from './spans.ts';

const MAILBOX = /[\p{L}\p{N}\p{M}.!#$%&'’*+^_`{|}~-]+/gu;
/** The separator of a mailbox and its domain, also in an address, or as people write it to escape machines. */
const AT = /[@＠﹫]|%40|\s?[([{]\s?(?:at|@)\s?[)\]}]\s?/giu;
const DOMAIN = /[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)*/uy;

/** Finds anybody's e-mail addresses in a text. */
export function findEmails(text: string): readonly Span[] {
  const mailboxes = [...text.matchAll(MAILBOX)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
  const emails: { from: number; to: number }[] = [];
  let run = 0;
  for (const { 0: at, index } of text.matchAll(AT)) {
    const to = endOfDomain(text, index + at.length);
    if (to === null) continue;
    while (run < mailboxes.length && (mailboxes[run]?.to ?? 0) < index) run += 1;
    const from = mailboxes[run]?.from ?? index;
    const last = emails.at(-1);
    // What stands before a second sign is the end of what was found with the first.
    if (last !== undefined && last.to >= Math.min(from, index)) last.to = to;
    else if (from < index) emails.push({ from, to });
  }
  return emails;
}

function endOfDomain(text: string, at: number): number | null {
  DOMAIN.lastIndex = at;
  const domain = DOMAIN.exec(text);
  return domain === null ? null : at + domain[0].length;
}
