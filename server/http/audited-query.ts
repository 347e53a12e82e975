import { FILTER_KEYS, fieldOf } from '../../contract/index.ts';

/** Keys of a query whose values are no customer's name or words; an assignee's could be anybody's e-mail. */
const SHOWN = new Set<string>([
  ...FILTER_KEYS.filter((key) => fieldOf(key).kind !== 'person' && fieldOf(key).personal !== true),
  'issuedFrom',
  'issuedTo',
  'deleted',
  'columns',
  'sort',
]);

const MAX_LENGTH = 1_000;

/** A query as the audit log may have it: what may hold a customer's name or words is told without its value. */
export function auditedQuery(url: string): string {
  const start = url.indexOf('?');
  const given = new URLSearchParams(start < 0 ? '' : url.slice(start));
  const shown = [...given].map(
    ([key, value]) => `${SHOWN.has(key) ? `${key}=${value}` : `${key.slice(0, 20)}=…`}`,
  );
  return shown.join('&').slice(0, MAX_LENGTH);
}
