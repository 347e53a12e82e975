import { type Me, type Role, strongerRole } from '../../contract/index.ts';
import { basePath } from '../base/base-path.ts';

/** The pages of who may come in and what they did. They belong to no workspace. */
export const ACCESS_PAGES = {
  tokens: 'API tokens',
  sessions: 'Sessions',
  audit: 'Audit log',
} as const;

export type AccessPage = keyof typeof ACCESS_PAGES;

const NAMES = Object.keys(ACCESS_PAGES) as readonly AccessPage[];

/** The page at an address; null for none. */
export function findAccessPage(pathname: string): AccessPage | null {
  return NAMES.find((page) => accessPath(page) === pathname.replace(/\/$/, '')) ?? null;
}

/** The address of a page. */
export function accessPath(page: AccessPage): string {
  return `${basePath()}/access/${page}`;
}

/** The strongest role that the reader has in any workspace; null for none. */
export function strongestRole({ workspaces }: Me): Role | null {
  return workspaces.map(({ role }) => role).reduce<Role | null>(strongerRole, null);
}

/** The pages that are of use to a reader. */
export function offeredPages(me: Me | null): readonly AccessPage[] {
  if (me === null || me.user === null) return [];
  const offered: Readonly<Record<AccessPage, boolean>> = {
    tokens: true,
    sessions: me.access === 'oidc',
    audit: strongestRole(me) === 'admin',
  };
  return NAMES.filter((page) => offered[page]);
}
