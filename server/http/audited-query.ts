import { FILTER_KEYS, fieldOf } from '../../contract/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Filters whose values are no customer's name or words; an assignee's could be anybody's e-mail. */
const CHOICES = FILTER_KEYS.filter((key) => fieldOf(key).kind !== 'person' && fieldOf(key).personal !== true);

/** Keys of a query whose values can be no free text. */
const CLOSED = new Set(['issuedFrom', 'issuedTo', 'deleted', 'columns', 'sort']);

const MAX_LENGTH = 1_000;

/**
 * A query as the audit log may have it: what may hold a customer's name or words is told without its value. So is a value
 * of a filter that no ticket has, as it may be anything that somebody typed.
 */
export function auditedQuery(url: string, { columns }: Pick<Snapshot, 'columns'>): string {
  const isShown = (key: string, value: string) => {
    const choice = CHOICES.find((one) => one === key);
    // A value that is left out, or that begins like one, has a sign before it.
    return choice === undefined
      ? CLOSED.has(key)
      : columns.facets[choice].codeOf.has(value) ||
          columns.facets[choice].codeOf.has(value.replace(/^[-=]/, ''));
  };
  const start = url.indexOf('?');
  const given = new URLSearchParams(start < 0 ? '' : url.slice(start));
  const shown = [...given].map(
    ([key, value]) => `${isShown(key, value) ? `${key}=${value}` : `${key.slice(0, 20)}=…`}`,
  );
  return shown.join('&').slice(0, MAX_LENGTH);
}
