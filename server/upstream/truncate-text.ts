/**
 * The first `most` characters of a longer text, and a word about how many are gone. No surrogate pair is cut in two.
 */
export function truncateText(text: string, most: number): string {
  const end = isWithinPair(text, most) ? most - 1 : most;
  // A slice keeps all of the text alive that it is cut from, so it is copied. UTF-16 leaves lone surrogates as they are.
  const head = Buffer.from(text.slice(0, end), 'utf16le').toString('utf16le');
  const gone = text.length - end;
  return `${head} … [cut: ${gone} more ${gone === 1 ? 'character' : 'characters'}]`;
}

/** Whether a cut there would part the two halves of one character. */
function isWithinPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}
