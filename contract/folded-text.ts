/** A text as it is compared: without case, accents and invisible characters; and where its parts stood. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text` where its character begins in the original; at the end the original's length. */
  readonly places: readonly number[];
}

/** Accents, vowel points and what nobody sees; vowel signs that are letters to their readers stay. */
const UNHEARD = /[\p{Script=Inherited}\p{Cf}\u0591-\u05c7]/gu;

/** Letters that do not come apart into a letter and an accent, and the apostrophes that people type. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
};

/** Folds a text so that what is found in it can be pointed at in the original. */
export function foldText(original: string): FoldedText {
  let text = '';
  const places: number[] = [];
  let place = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) places.push(place);
    place += character.length;
  }
  places.push(place);
  return { text, places };
}

function foldCharacter(character: string): string {
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  if (character <= '~') return character.toLowerCase();
  const lower = character.normalize('NFKD').replace(UNHEARD, '').toLowerCase();
  return PLAIN[lower] ?? lower;
}
