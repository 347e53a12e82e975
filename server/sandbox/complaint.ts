import type { Language } from './languages/index.ts';
import type { Random } from './random.ts';

/** A text as long as the longest that a customer may send. */
const LONGEST = 5000;

/** Invents a customer's text: mostly a sentence or three, now and then two words or a whole letter. */
export function inventComplaint(language: Language, random: Random): string {
  const length = random.next();
  if (length < 0.22) return fill(random.pick(language.short), language, random);
  if (length < 0.6) return sentences([language.complaints], language, random);
  if (length < 0.92) {
    return sentences([language.complaints, language.details, language.wishes], language, random);
  }
  return paragraphs(random.whole(3, 5), language, random);
}

/** A letter of exactly 5,000 UTF-16 units. */
export function inventLetter(language: Language, random: Random): string {
  let letter = '';
  while (letter.length < LONGEST) letter += `${paragraphs(4, language, random)}\n\n`;
  return letter.slice(0, LONGEST - 1).concat('…');
}

function paragraphs(count: number, language: Language, random: Random): string {
  const middle = Array.from({ length: count - 1 }, () =>
    sentences([language.complaints, language.details], language, random),
  );
  return [...middle, sentences([language.details, language.wishes], language, random)].join('\n\n');
}

function sentences(kinds: readonly (readonly string[])[], language: Language, random: Random): string {
  return kinds.map((kind) => fill(random.pick(kind), language, random)).join(language.separator);
}

function fill(template: string, language: Language, random: Random): string {
  const slots: Readonly<Record<string, () => string>> = {
    product: () => random.pick(language.products),
    shop: () => random.pick(language.shops),
    order: () => `FH-${random.whole(100_000, 999_999)}`,
    days: () => String(random.whole(11, 20)),
  };
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name]?.() ?? slot);
}
