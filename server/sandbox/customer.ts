import type { Language } from './languages/index.ts';
import type { Random } from './random.ts';

/** Reserved for examples by RFC 2606: nobody gets mail there. */
const DOMAINS = ['example.com', 'example.org', 'example.net'];

/** Latin letters that do not come apart into a letter and an accent. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', ı: 'i', ø: 'o', œ: 'oe', đ: 'd' };

/** Invents a customer of that language: a name in its script, and an e-mail address that goes nowhere. */
export function inventCustomer(language: Language, random: Random): { name: string; email: string } {
  const given = random.pick(language.givenNames);
  const family = random.pick(language.familyNames);
  const mailbox = [mailboxPart(given), mailboxPart(family)].filter((part) => part !== '').join('.');
  return {
    name: language.fullName.replace('{given}', given).replace('{family}', family),
    email: `${mailbox === '' ? 'customer' : mailbox}${random.whole(1, 99)}@${random.pick(DOMAINS)}`,
  };
}

function mailboxPart(name: string): string {
  const lower = name.toLowerCase().replace(/[łßıøœđ]/g, (letter) => PLAIN[letter] ?? '');
  return lower.normalize('NFKD').replace(/[^a-z]/g, '');
}
