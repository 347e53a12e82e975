import { chosenValues, RECORDED_KEYS, type TicketQuery } from '../../../contract/index.ts';
import type { TrendsQuestion } from '../trends-question.ts';
import type { NaiveState, NaiveTicket } from './naive-history.ts';

type Asked = (id: number, ticket: NaiveTicket, state: NaiveState, without: readonly string[]) => boolean;

/** The test of a question's filters: whether they pass a ticket in a state, those named in `without` left out. */
export function asks({ query, issued, today }: TrendsQuestion): Asked {
  const ids = today === null ? null : new Set(today);
  return (id, { issuedAt }, state, without) => {
    if (ids !== null && !ids.has(id)) return false;
    const isAsked = Number.isFinite(issued.from) || Number.isFinite(issued.to);
    if (isAsked && (issuedAt === null || issuedAt < issued.from || issuedAt >= issued.to)) return false;
    return passesState(query, state, without);
  };
}

function passesState(query: TicketQuery, state: NaiveState, without: readonly string[]): boolean {
  const asked = RECORDED_KEYS.filter((key) => !without.includes(key));
  for (const key of asked) {
    const { any, none } = chosenValues(query, key);
    if (any.length > 0 && !any.includes(state[key])) return false;
    if (none.includes(state[key])) return false;
  }
  const moved = state.segment !== state.originSegment;
  if (query.moved !== null && !without.includes('moved') && moved !== query.moved) return false;
  if (query.deleted === 'include') return true;
  return (state.deleted === 'true') === (query.deleted === 'only');
}
