/** Reason why a part of the screen could not be fetched. */
export type UnavailableReason =
  /** The server does not answer. */
  | 'unreachable'
  /** The server has another build than the one that this page is of. */
  | 'updated'
  /** The server answers, and the part is not there. */
  | 'missing';

/** The time limit for the server’s page, in milliseconds: who waits for a part has waited already. */
const PATIENCE = 5_000;

/**
 * Finds out why a part could not be fetched. What browsers tell of a failed import differs and says little, so the
 * server is asked for its page: it names the build's entry.
 */
export async function whyUnavailable(): Promise<UnavailableReason> {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');
  try {
    const response = await fetch(location.href, {
      cache: 'no-store',
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) return 'unreachable';
    const page = await response.text();
    return entry == null || page.includes(entry) ? 'missing' : 'updated';
  } catch {
    // No answer is the answer.
    return 'unreachable';
  }
}
