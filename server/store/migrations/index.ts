import { TICKETS } from './1-tickets.ts';
import { REPORTS } from './2-reports.ts';
import { SESSIONS } from './3-sessions.ts';
import { API_TOKENS } from './4-api-tokens.ts';
import { AUDIT } from './5-audit.ts';
import { KNOWN_GRANTS } from './6-known-grants.ts';
import { LEASES } from './7-leases.ts';

/** The steps from one schema to the next, the first from nothing. One that has been released is never changed. */
export const MIGRATIONS: readonly string[] = [
  TICKETS,
  REPORTS,
  SESSIONS,
  API_TOKENS,
  AUDIT,
  KNOWN_GRANTS,
  LEASES,
];
