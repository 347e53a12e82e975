/** Count of the reader's navigations since the first call. */
let steps = 0;
let address: string | null = null;

/**
 * Notes what the reader wants now.
 *
 * @returns whether the reader has gone nowhere else since: what takes a while must not take them back. That the list
 * notes its snapshot in the history entry is no step of theirs.
 */
export function trackNavigation(): () => boolean {
  if (address === null) listen();
  const noted = steps;
  return () => noted === steps;
}

function listen(): void {
  address = location.href;
  const step = () => {
    address = location.href;
    steps += 1;
  };
  // The router tells of what it does by events of these names.
  addEventListener('pushState', step);
  addEventListener('popstate', step);
  addEventListener('replaceState', () => {
    if (location.href !== address) step();
  });
}
