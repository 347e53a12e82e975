import { isMailAddress, MAX_RECIPIENTS } from '../../../contract/index.ts';

/** Recipients as somebody has written them, or why they are none. */
export type ReadRecipients =
  | { readonly ok: true; readonly recipients: string[] }
  | { readonly ok: false; readonly error: string };

/** Reads addresses between commas, semicolons, blanks or line breaks, as mail programs copy them. */
export function readRecipients(text: string): ReadRecipients {
  const written = text.split(/[\s,;]+/).map((part) => part.replace(/^<(.*)>$/, '$1'));
  const recipients = [...new Set(written.filter((address) => address !== ''))];
  const wrong = recipients.find((address) => !isMailAddress(address));
  if (wrong !== undefined) return { ok: false, error: `“${wrong.slice(0, 60)}” is not an e-mail address.` };
  if (recipients.length > MAX_RECIPIENTS) {
    return {
      ok: false,
      error: `These are ${recipients.length}; at most ${MAX_RECIPIENTS} people can get it.`,
    };
  }
  return { ok: true, recipients };
}
