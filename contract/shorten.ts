/** The first so many characters of a text, none of them by half, with a sign that there is more. */
export function shorten(text: string, most = 60): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
