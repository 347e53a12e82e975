/**
 * The first number in a text, as a screen writes it: `1,204`.
 *
 * @throws Error when there is none
 */
export function numberIn(text: string | null): number {
  const [digits] = /[\d,]+/.exec(text ?? '') ?? [];
  if (digits === undefined) throw new Error(`There is no number in "${text}".`);
  return Number(digits.replaceAll(',', ''));
}
