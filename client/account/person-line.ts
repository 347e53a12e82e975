import type { Me } from '../../contract/index.ts';

/** `Anna Example, anna@example.com`; what says the same is said once. */
export function personLine({ name, email }: NonNullable<Me['user']>): string {
  return [...new Set([name, email ?? name])].join(', ');
}
