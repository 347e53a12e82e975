/** The first so many characters of a text, none of them by half, with a sign that there is more; a shorter one as it is. */
export function shorten(text: string, most = 60, more = '…'): string {
  return text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') + more : text;
}
