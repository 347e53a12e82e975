/** A text as a message repeats it: no longer than so many characters, however long it was, with a sign that there was more. */
export function shorten(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
