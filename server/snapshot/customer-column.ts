import type { Ticket } from '../../contract/index.ts';
import { type Codes, codeTexts } from './codes.ts';
import type { Steps } from './steps.ts';

/** The customers of tickets: those of the same one share a code. */
export interface CustomerColumn {
  readonly codes: Codes;
  /** The code of tickets that name no customer, who are not known to be the same one. */
  readonly unnamed: number;
}

export function* buildCustomerColumn(tickets: readonly Ticket[]): Steps<CustomerColumn> {
  const { texts, codes } = yield* codeTexts(tickets, customerKey);
  return { codes, unnamed: texts.length };
}

/**
 * The e-mail, else the name, ignoring case; null when both are blank. They are kept apart, as a name that
 * looks like somebody's e-mail proves nothing.
 */
function customerKey({ customerEmail, customerName }: Ticket): string | null {
  if (isTelling(customerEmail)) return `e-mail ${customerEmail.toLowerCase()}`;
  return isTelling(customerName) ? `name ${customerName.toLowerCase()}` : null;
}

function isTelling(text: string | null): text is string {
  return text !== null && text.trim() !== '';
}
