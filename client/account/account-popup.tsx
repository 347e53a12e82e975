import { type RefObject, use } from 'react';
import { Link } from 'wouter';
import type { Me, Role } from '../../contract/index.ts';
import { AnchoredPopup } from '../ui/anchored-popup.tsx';
import { ACCESS_PAGES, accessPath, offeredPages } from './access-pages.ts';
import styles from './account-popup.module.css';
import { GroupsLeftOut } from './groups-left-out.tsx';
import { RoleContext } from './role.ts';
import { SignOut } from './sign-out.tsx';

/** The rights of each role in words. */
const ROLE_TEXTS: Readonly<Record<Role, string>> = {
  viewer: 'Viewer: tickets without their customers',
  member: 'Member: everything about tickets',
  admin: 'Admin: everything',
};

interface AccountPopupProps {
  readonly me: Me;
  readonly user: NonNullable<Me['user']>;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Who the reader is, what they may do in this workspace, and the way out. */
export function AccountPopup({ me, user, anchor, onClose }: AccountPopupProps) {
  const role = use(RoleContext);
  const pages = offeredPages(me);
  return (
    <AnchoredPopup anchor={anchor} align="end" title="Account" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.name}>
          <bdi>{user.name}</bdi>
        </p>
        {user.email !== null && user.email !== user.name && (
          <p className={styles.email}>
            <bdi>{user.email}</bdi>
          </p>
        )}
        {me.workspaces.length > 0 && <p className={styles.role}>{ROLE_TEXTS[role]}</p>}
        <GroupsLeftOut me={me} />
        {pages.length > 0 && (
          <ul className={styles.pages}>
            {pages.map((page) => (
              <li key={page}>
                <Link className={styles.page} href={accessPath(page)} onClick={onClose}>
                  {ACCESS_PAGES[page]}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <SignOut me={me} />
      </div>
    </AnchoredPopup>
  );
}
