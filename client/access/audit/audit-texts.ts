import type { AuditAction, AuditLogEntry } from '../../../contract/index.ts';
import { formatDay } from '../../format/dates.ts';
import { formatCountOf } from '../../format/numbers.ts';

/** Actions as people call them, in the order of the filter. */
export const ACTION_NAMES: Readonly<Record<AuditAction, string>> = {
  'sign-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sign-out': 'Signed out',
  'logout-by-provider': 'Signed out by the provider',
  'session-revoked': 'Session ended',
  'permission-changed': 'Permission changed',
  'token-created': 'API token created',
  'token-revoked': 'API token revoked',
  file: 'Tickets exported',
  'audit-exported': 'Audit log exported',
};

/** Failures of a sign-in, by the names that the log has for them. */
const FAILURES: Readonly<Record<string, string>> = {
  refused: 'refused by the identity provider',
  invalid: 'the provider’s answer could not be trusted',
  'groups-left-out': 'the provider left out groups that grant access',
  'store-away': 'the session could not be stored',
};

type Details = AuditLogEntry['detail'];

/** The rest of an entry, in words. An unknown part of it is said by its own name. */
const TEXTS: Readonly<
  Partial<Record<AuditAction, (detail: Details, zone: string) => readonly (string | null)[]>>
> = {
  'sign-in-failed': ({ failure }) => [FAILURES[String(failure)] ?? String(failure)],
  'session-revoked': ({ of }) => [`of ${of}`],
  'permission-changed': ({ grantee, before, after }) => [`${grantee}: ${before} → ${after}`],
  'token-created': ({ role, expiresAt, id }, zone) => [
    String(role),
    `until ${formatDay(String(expiresAt), zone)}`,
    shortId(id),
  ],
  'token-revoked': ({ of, id }) => [of === undefined ? null : `of ${of}`, shortId(id)],
  file: ({ format, rows, masked, filter }) => [
    String(format).toUpperCase(),
    formatCountOf(Number(rows), 'ticket'),
    masked === true ? 'names hidden' : null,
    filter === '' ? 'no filter' : String(filter),
  ],
  'audit-exported': ({ filter }) => [filter === '' ? 'all of it' : String(filter)],
};

/** The details of an entry in a line; empty for none. */
export function detailText(
  { action, detail }: Pick<AuditLogEntry, 'action' | 'detail'>,
  zone: string,
): string {
  const parts =
    TEXTS[action]?.(detail, zone) ?? Object.entries(detail).map(([name, value]) => `${name}: ${value}`);
  return parts.filter((part) => part !== null).join(', ');
}

/** The name of the person of an entry, as far as anybody knows it. */
export function whoText({ who, action }: Pick<AuditLogEntry, 'who' | 'action'>): string {
  if (who !== null) return who.id.startsWith('token:') ? `${who.name}, by API token` : who.name;
  if (action === 'permission-changed') return 'The access file';
  return action === 'logout-by-provider' ? 'The identity provider' : 'Unknown';
}

/** Enough of a token's id to find the other entry about it. */
function shortId(id: Details[string] | undefined): string | null {
  return id === undefined ? null : `id ${String(id).slice(0, 8)}`;
}
