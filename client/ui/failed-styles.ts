/** The style sheets that could not be fetched, as the page has them. */
const failed = new Set<HTMLLinkElement>();

// A failed resource tells only itself; on the way down to it the document hears of it too.
if (typeof document !== 'undefined') {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
    },
    { capture: true },
  );
}

/**
 * Fetches the style sheets again that could not be had. The build's own loader asks for each once only: without this a
 * part that is tried again would come without its looks.
 *
 * @throws Error when one of them still cannot be had
 */
export async function reloadFailedStyles(): Promise<void> {
  await Promise.all([...failed].map(reload));
}

function reload(link: HTMLLinkElement): Promise<void> {
  failed.delete(link);
  const again = document.createElement('link');
  again.rel = link.rel;
  again.crossOrigin = link.crossOrigin;
  again.href = link.href;
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve());
    // The document has heard of the failure as well, and keeps the new one for the next try.
    again.addEventListener('error', () => reject(new Error(`${link.href} could not be loaded.`)));
    link.replaceWith(again);
  });
}
