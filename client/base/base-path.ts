/**
 * The path of the host that people reach Loopdesk under, as the server writes it into the page: like `/loopdesk`, empty for
 * the root. All addresses that go to the browser or the server begin with it.
 */
export function basePath(): string {
  // Tests of what only writes addresses have no page.
  return typeof document === 'undefined' ? '' : (document.documentElement.dataset.base ?? '');
}

/** A path without the base path, where it begins with that. */
export function withoutBasePath(pathname: string): string {
  const base = basePath();
  return pathname === base || pathname.startsWith(`${base}/`) ? pathname.slice(base.length) || '/' : pathname;
}

/** The address that leads to the start view. */
export function homeAddress(): string {
  return `${basePath()}/`;
}
