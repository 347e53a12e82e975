import type { Ticket } from '../contract/index.ts';
import type { UpstreamClient } from '../server/upstream/client.ts';
import { makeTickets, mulberry32 } from './tickets.ts';

const LATENCY_MS = 200;
const HOUR_MS = 3_600_000;

/** Hourly rates as parts of all tickets: of 10,000, 240 new ones a day, 1,200 changes, 5 removals. */
const INSERTED = 0.001;
const UPDATED = 0.005;
const REMOVED = 0.00002;

/** The most recent hundredth of the tickets gets half of the updates; the other half may be any. */
const RECENT = 0.01;

/** A change that was made upstream. */
export interface Change {
  readonly id: number;
  readonly at: number;
  /** The ticket's new `updatedAt`; null when it is gone. */
  readonly updatedAt: string | null;
}

/** A workspace that lives: tickets come, change and go by the clock, the newest listed first. */
export interface LivingUpstream {
  readonly client: UpstreamClient;
  /** Everything that happened up to now, since this was last asked. */
  takeChanges(): readonly Change[];
  /** Instant of the latest answer for page 1, in epoch milliseconds. */
  firstPageAt(): number;
}

interface UpstreamOptions {
  readonly tickets: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function createLivingUpstream({ tickets, now, sleep }: UpstreamOptions): LivingUpstream {
  const random = mulberry32(tickets);
  const list: Ticket[] = makeTickets(tickets).toSorted((a, b) => b.id - a.id);
  const [template] = list;
  if (template === undefined) throw new Error('A workspace without tickets does not live.');
  let nextId = template.id + 1;
  let changes: Change[] = [];
  const firstAfter = (from: number, perHour: number) => from - (Math.log(1 - random()) * HOUR_MS) / perHour;
  const events = [
    { perHour: INSERTED * tickets, run: insert },
    { perHour: UPDATED * tickets, run: update },
    { perHour: REMOVED * tickets, run: remove },
  ].map((event) => ({ ...event, at: firstAfter(now(), event.perHour) }));
  let firstPageAt = now();

  function insert(at: number): void {
    const updatedAt = new Date(at).toISOString();
    list.unshift({ ...(template as Ticket), id: nextId, updatedAt });
    changes.push({ id: nextId, at, updatedAt });
    nextId++;
  }

  function update(at: number): void {
    const place = Math.floor(random() * list.length * (random() < 0.5 ? RECENT : 1));
    const updatedAt = new Date(at).toISOString();
    const ticket: Ticket = { ...(list[place] as Ticket), updatedAt };
    list[place] = ticket;
    changes.push({ id: ticket.id, at, updatedAt });
  }

  function remove(at: number): void {
    const [ticket] = list.splice(Math.floor(random() * list.length), 1);
    if (ticket !== undefined) changes.push({ id: ticket.id, at, updatedAt: null });
  }

  /** Lets happen what was to happen until now, in its order. */
  function catchUp(): void {
    for (;;) {
      const event = events.reduce((first, other) => (other.at < first.at ? other : first));
      if (event.at > now()) return;
      event.run(event.at);
      event.at = firstAfter(event.at, event.perHour);
    }
  }

  return {
    client: {
      async readPage({ page, perPage }) {
        await sleep(LATENCY_MS);
        catchUp();
        if (page === 1) firstPageAt = now();
        const records = list.slice((page - 1) * perPage, page * perPage);
        const counts = { unreadable: 0, repaired: 0, received: records.length, totalCount: list.length };
        return { tickets: records, pageNumber: page, perPage, ...counts };
      },
    },
    takeChanges() {
      catchUp();
      const taken = changes;
      changes = [];
      return taken;
    },
    firstPageAt: () => firstPageAt,
  };
}
