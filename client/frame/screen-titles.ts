import type { Screen } from '../address/address.ts';

/** What the screens are called, in their order. */
export const SCREEN_TITLES: Readonly<Record<Screen, string>> = {
  tickets: 'Tickets',
  people: 'People',
  movement: 'Movement',
  triage: 'Triage',
};
