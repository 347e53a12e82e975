import { type AuditAction, addDays, isDay, startOfDay } from '../../../contract/index.ts';
import type { AuditFilter } from '../../api/audit.ts';
import { ACTION_NAMES } from './audit-texts.ts';

/** The filter of the audit log as its address has it. Days are days of the reader's zone, both included. */
export interface AuditSearch {
  readonly action: AuditAction | null;
  readonly who: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads an address; what it has besides, or cannot be read, is left out. */
export function readAuditSearch(search: string): AuditSearch {
  const params = new URLSearchParams(search);
  const action = params.get('action');
  const day = (name: string) => {
    const given = params.get(name);
    return given !== null && isDay(given) ? given : null;
  };
  return {
    action: action !== null && Object.hasOwn(ACTION_NAMES, action) ? (action as AuditAction) : null,
    who: params.get('who')?.trim().slice(0, 200) || null,
    from: day('from'),
    to: day('to'),
  };
}

/** Writes an address. */
export function formatAuditSearch(search: AuditSearch): string {
  const given = Object.entries(search).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
  return new URLSearchParams(given).toString();
}

/** The filter that the server takes, in instants. */
export function filterOf({ action, who, from, to }: AuditSearch, zone: string): AuditFilter {
  const start = (day: string) => new Date(startOfDay(day, zone)).toISOString();
  return {
    action,
    who,
    from: from === null ? null : start(from),
    to: to === null ? null : start(addDays(to, 1)),
  };
}
