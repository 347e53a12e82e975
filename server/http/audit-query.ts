import { AUDIT_ACTIONS, endOf, isDay, isInstant, type QueryError, startOf } from '../../contract/index.ts';
import type { AuditFilter } from '../access/audit/audit-store.ts';
import { CLEAN_TEXT } from '../access/identity.ts';
import { HttpProblem } from './problem.ts';

/** The entries that a request asks for, and where their page begins. */
export interface AuditQuery extends AuditFilter {
  /** The place before which they stand; null for the newest. */
  readonly before: number | null;
}

const LONGEST_WHO = 200;

/** Bare days are whole days of this one. */
const UTC = { now: 0, zone: 'UTC' } as const;

/**
 * Reads the query of the audit log.
 *
 * @param keys those that the route takes
 * @throws HttpProblem `invalid-query` with every fault
 */
export function readAuditQuery(
  query: Readonly<Record<string, unknown>>,
  keys: readonly (keyof AuditQuery)[],
): AuditQuery {
  const faults: QueryError[] = [];
  const unknown = Object.keys(query).filter((key) => !keys.some((known) => known === key));
  for (const key of unknown) faults.push({ key, message: 'is no key of the audit log' });

  function read<Value>(key: keyof AuditQuery, message: string, parse: (text: string) => Value | null) {
    const given = query[key];
    if (given === undefined || !keys.includes(key)) return null;
    const value = typeof given === 'string' ? parse(given) : null;
    if (value === null) faults.push({ key, message });
    return value;
  }

  const date = 'must be a day (2026-02-04) or an instant with its zone (2026-02-04T08:59:52Z)';
  const asked: AuditQuery = {
    action: read(
      'action',
      `must be one of ${AUDIT_ACTIONS.join(', ')}`,
      (text) => AUDIT_ACTIONS.find((action) => action === text) ?? null,
    ),
    who: read('who', `must have 1 to ${LONGEST_WHO} characters, and none that controls`, (text) =>
      text.trim() === '' || text.length > LONGEST_WHO || !CLEAN_TEXT.test(text) ? null : text.trim(),
    ),
    from: read('from', date, (text) => (isMoment(text) ? startOf(text, UTC) : null)),
    to: read('to', date, (text) => (isMoment(text) ? endOf(text, UTC) : null)),
    before: read('before', 'must be the `next` of another answer', (text) =>
      /^\d{1,15}$/.test(text) ? Number(text) : null,
    ),
  };
  if (faults.length > 0) {
    throw new HttpProblem('invalid-query', 'See the faults.', { faults: faults.slice(0, 20) });
  }
  return asked;
}

function isMoment(text: string): boolean {
  return isDay(text) || isInstant(text);
}
