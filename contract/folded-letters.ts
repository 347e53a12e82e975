/**
 * The signs that {@link fold} leaves out of a text that has been taken apart (NFKD): what nobody sees, and the signs that the
 * Unicode collation ignores at its first level, which is what "ignoring accents" means in every script. Vowel signs
 * that are letters to their readers stay.
 *
 * Source: DUCET, as ICU has it (`Intl.Collator` with `sensitivity: 'base'`): Cyrillic titlos, Hebrew points, Arabic
 * and Syriac signs, the nukta, candrabindu and visarga of each Indic script, tone marks of Thai, Lao and others.
 */
export const SIGNS = new RegExp(
  '[' +
    '\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Script=Inherited}' +
    // Controls but white space; U+0085 is a line break to nobody but old mainframes.
    '\\0-\\x08\\x0e-\\x1f\\x7f-\\x9f' +
    '\\u0483-\\u0489' +
    '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7' +
    // The last one before the blank is the stroke that only makes an Arabic word longer.
    '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0640' +
    '\\u0711\\u0730-\\u074a\\u07eb-\\u07f3\\u07fd\\u0818-\\u082d\\u0859-\\u085b\\u0897-\\u089f\\u08ca-\\u0903' +
    '\\u093c\\u0981-\\u0983\\u09bc\\u09fe\\u0a01-\\u0a03\\u0a3c\\u0a70\\u0a71\\u0a81-\\u0a83\\u0abc\\u0afa-\\u0aff' +
    '\\u0b01-\\u0b03\\u0b3c\\u0b55\\u0b82\\u0c00-\\u0c04\\u0c3c\\u0c81-\\u0c83\\u0cbc\\u0cf3\\u0d00-\\u0d03\\u0d81-\\u0d83' +
    '\\u0e47-\\u0e4e\\u0ec8-\\u0ece' +
    '\\u0f18\\u0f19\\u0f35\\u0f37\\u0f39\\u0f7e\\u0f7f\\u0f82\\u0f83\\u0f86\\u0f87\\u0fc6\\u1036-\\u1038\\u135d-\\u135f' +
    '\\u17c6-\\u17d1\\u17d3\\u17dd\\u1939-\\u193b\\u1a74-\\u1a7f\\u1b00-\\u1b04\\u1b34\\u1b80-\\u1b82\\u302e\\u302f' +
    ']',
  'gu',
);

/** Letters that do not come apart into a letter and a mark, by what they are read as. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'ⱥ',
  b: 'ƀɓ',
  c: 'ȼƈ',
  d: 'đðɖɗ',
  e: 'ɇ',
  f: 'ƒ',
  g: 'ǥɠ',
  h: 'ħ',
  i: 'ıɨ',
  j: 'ɉȷ',
  k: 'ƙĸ',
  l: 'łƚⱡ',
  n: 'ŋɲƞ',
  o: 'øɵ',
  p: 'ᵽƥ',
  r: 'ɍ',
  t: 'ŧⱦƭʈ',
  u: 'ʉ',
  v: 'ʋ',
  y: 'ɏƴ',
  z: 'ƶȥ',
  ae: 'æ',
  oe: 'œ',
  ss: 'ß',
  th: 'þ',
  aa: 'ꜳ',
  ao: 'ꜵ',
  au: 'ꜷ',
  ay: 'ꜽ',
  σ: 'ς',
  // Persian and Urdu keyboards write these where Arabic ones write those.
  ي: 'ی',
  ك: 'ک',
  // What people type, and what their word processors make of it.
  "'": '’‘‚‛`´ʼʻʽʹ′՚׳❛❜',
  '"': '“”„‟«»″〝〞״❝❞',
  '-': '‐‑‒–—―−﹘﹣⁃־⸗˗',
  '/': '⁄',
};

/** The two syllabaries of Japanese have the same sounds at this distance. */
const KATAKANA_AFTER_HIRAGANA = 0x60;

/** Every character that is folded by this list, with what it becomes; the letters among them in lower case. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map([...listLetters(), ...listHiragana()]);

function* listLetters(): Generator<[string, string]> {
  for (const [folded, letters] of Object.entries(LETTERS)) {
    for (const letter of letters) yield [letter, folded];
  }
}

function* listHiragana(): Generator<[string, string]> {
  for (let code = 0x3041; code <= 0x3096; code += 1) {
    // Without the marks that make ガ of カ, which no other letter keeps either.
    const katakana = String.fromCharCode(code + KATAKANA_AFTER_HIRAGANA)
      .normalize('NFD')
      .replace(SIGNS, '');
    yield [String.fromCharCode(code), katakana];
  }
}
