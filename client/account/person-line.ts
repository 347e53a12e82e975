import type { Me } from '../../contract/index.ts';

/** `Anna Example, anna@example.com`; what says the same is said once. */
export function personLine({ id, name, email }: NonNullable<Me['user']>): string {
  return [...new Set([name, email ?? id])].join(', ');
}
