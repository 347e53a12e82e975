/** The first so many characters of a text, none of them by half. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** The first so many characters of a text, none of them by half, with a sign that there is more. */
export function shorten(text: string, most = 60): string {
  return text.length <= most ? text : `${beginningOf(text, most)}…`;
}
