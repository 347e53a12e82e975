/**
 * Puts a text on the clipboard.
 *
 * @returns false when the browser refuses: the reader has not allowed it, or the page came over plain http
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Each browser refuses with another error; the caller says it in words.
    return false;
  }
}
