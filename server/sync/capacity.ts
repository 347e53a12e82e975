import { type Ticket, textsReader } from '../../contract/index.ts';
import { MAX_CHARACTERS, MAX_TICKETS } from '../upstream/limits.ts';

/** Tickets and characters that a workspace may have in memory. */
export interface Bounds {
  readonly tickets: number;
  readonly characters: number;
}

const BOUNDS: Bounds = { tickets: MAX_TICKETS, characters: MAX_CHARACTERS };

/** Room for the tickets of a workspace. */
export interface Capacity {
  /** Takes a ticket, in the place of an older one of the same id if there is one; false when it finds no room. */
  claim(ticket: Ticket, before?: Ticket): boolean;
}

/** Empty room within {@link BOUNDS}. */
export function createCapacity(bounds: Bounds = BOUNDS): Capacity {
  let tickets = 0;
  let characters = 0;
  return {
    claim(ticket, before) {
      if (ticket === before) return true;
      const more = charactersOf(ticket) - (before === undefined ? 0 : charactersOf(before));
      const isNew = before === undefined ? 1 : 0;
      if (tickets + isNew > bounds.tickets || characters + more > bounds.characters) return false;
      tickets += isNew;
      characters += more;
      return true;
    },
  };
}

const textsOf = textsReader();

/** The length of all texts that somebody has written; dates and the like are a few more in every ticket. */
function charactersOf(ticket: Ticket): number {
  let characters = 0;
  for (const text of textsOf(ticket)) characters += text?.length ?? 0;
  return characters;
}
