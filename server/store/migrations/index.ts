import { TICKETS } from './1-tickets.ts';
import { SESSIONS } from './2-sessions.ts';
import { API_TOKENS } from './3-api-tokens.ts';
import { AUDIT } from './4-audit.ts';

/** The steps from one schema to the next, the first from nothing. One that has been released is never changed. */
export const MIGRATIONS: readonly string[] = [TICKETS, SESSIONS, API_TOKENS, AUDIT];
