import type { Random } from './random.ts';

/** Adds, removes or moves one ticket somewhere in the list: pages shift, as they do when people work upstream. */
export function shift(tickets: object[], random: Random): void {
  const place = random.whole(0, Math.max(0, tickets.length - 1));
  const draw = random.next();
  if (draw < 0.4 || tickets.length === 0) tickets.splice(place, 0, newTicket(tickets, random));
  else if (draw < 0.7) tickets.splice(place, 1);
  else tickets.splice(random.whole(0, tickets.length - 1), 0, ...tickets.splice(place, 1));
}

/** Like one of the others, under an id of its own. */
function newTicket(tickets: readonly object[], random: Random): object {
  const model = tickets.length === 0 ? {} : random.pick(tickets);
  const ids = tickets.map((ticket) => ('id' in ticket ? Number(ticket.id) : 0));
  const highest = ids.reduce((most, id) => Math.max(most, id), 0);
  return { ...model, id: highest + 1 };
}
