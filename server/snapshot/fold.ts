/** Anything but printable ASCII and white space: only such a text can hold an accent. */
const MAY_HAVE_ACCENTS = /[^\s -~]/;
const ACCENTS = /[\u0300-\u036f]/g;

/** A text as a search sees it: without case and without accents. "Ærø Straße É" becomes "ærø straße e". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!MAY_HAVE_ACCENTS.test(text)) return lower;
  return lower.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
}

/** The parts of a text between white space. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
