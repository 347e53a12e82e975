import { type ChoiceKey, type FlagKey, isFlag } from './field-keys.ts';
import type { TicketQuery } from './query.ts';

/** The values chosen of a field: a ticket must have one of the first, if there are any, and none of the others. */
export interface ChosenValues {
  readonly any: readonly string[];
  readonly none: readonly string[];
}

/** Reads what a query says of a field. Yes and no are the values `true` and `false`. */
export function chosenValues(query: TicketQuery, key: ChoiceKey | FlagKey): ChosenValues {
  if (!isFlag(key)) return { any: query[key], none: query.not[key] };
  const wanted = query[key];
  return { any: wanted === null ? [] : [String(wanted)], none: [] };
}

/** Changes what a query says of a field, the others staying as they are. To leave out one of yes and no is to ask for the other. */
export function withChosenValues(
  query: TicketQuery,
  key: ChoiceKey | FlagKey,
  { any, none }: ChosenValues,
): Partial<TicketQuery> {
  if (!isFlag(key)) return { [key]: any, not: { ...query.not, [key]: none } };
  const possible = ['true', 'false'].filter((value) => any.length === 0 || any.includes(value));
  const [only, other] = possible.filter((value) => !none.includes(value));
  return { [key]: only === undefined || other !== undefined ? null : only === 'true' };
}
