/** The rights of a person or a program in a workspace, each with those of the ones before it. */
export const ROLES = ['viewer', 'member', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** Whether a role has the rights of another one. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The stronger of two roles; null is none. */
export function strongerRole(a: Role | null, b: Role | null): Role | null {
  if (a === null || b === null) return a ?? b;
  return isAtLeast(a, b) ? a : b;
}

/** The weaker of two roles: what somebody may do who has both limits. */
export function weakerRole(a: Role, b: Role): Role {
  return isAtLeast(a, b) ? b : a;
}
