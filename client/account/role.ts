import { createContext, use } from 'react';
import { isAtLeast, type Role } from '../../contract/index.ts';

/** The reader's role in the workspace on screen: every right where nobody signs in. */
export const RoleContext = createContext<Role>('admin');

/** Whether the reader has the rights of a role in the workspace on screen. */
export function useIsAtLeast(needed: Role): boolean {
  return isAtLeast(use(RoleContext), needed);
}

/** Whether the reader may know customers: who they are and what they wrote. To others nothing of them is offered. */
export function useSeesCustomers(): boolean {
  return useIsAtLeast('member');
}
