/** How much of a ticket's words the minutes have, in characters. */
const LENGTH = 100;

/** What turns the direction of a line around, or shows as nothing; what joins letters and emoji stays. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

/** A text as one line that ends with itself: no breaks, and nothing in it that reaches beyond it. */
export function oneLine(text: string, length = LENGTH): string {
  const line = text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
  const letters = [...line];
  return letters.length <= length
    ? line
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
