import { codeOf } from '../error-code.ts';
import { StoreError, type StoreFailure } from '../history/stored.ts';

/** Causes by an SQLSTATE, or by the system's code; the first that fits. */
const CAUSES: readonly (readonly [codes: RegExp, kind: StoreFailure, message: string])[] = [
  [/^(53100|ENOSPC|EDQUOT)$/, 'full', 'There is no room left for what the store keeps'],
  [/^(EACCES|EPERM|EROFS)$/, 'broken', 'The files of the store may not be written'],
  [/^28/, 'away', 'The database refuses the user or the password'],
  [/^3D/, 'away', 'The database server has no database of that name'],
  [/^(42501|3F000)$/, 'broken', 'The user of the database lacks rights that Loopdesk needs'],
  [/^25006$/, 'away', 'The database takes no writes at the moment'],
  [/^(57014|55P03|25P03)$/, 'away', 'The database took too long to answer'],
  [
    /^(08|40|53|57P|58|E(CONN|NOTFOUND|AI_|TIMEDOUT|PIPE|HOST|NET))/,
    'away',
    'The database cannot be reached',
  ],
];

/**
 * A failure of a database in our words. Its own are no part of them: they may quote data, or an address with a password.
 */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const [, kind, message] = CAUSES.find(([codes]) => codes.test(code)) ?? [];
  return new StoreError(kind ?? 'broken', `${message ?? 'The database failed'} (${code}).`);
}
