import * as fc from 'fast-check';
import type { Ticket } from '../../contract/index.ts';
import type { FetchPage } from '../sync/pages.ts';
import { ticket, tickets } from './tickets.ts';

/** A change of the upstream's list before its so-manyth answer. Places are modulo the list's length. */
interface Shift {
  readonly call: number;
  readonly kind: 'insert' | 'remove' | 'update' | 'move';
  readonly place: number;
  readonly to: number;
}

/** An upstream whose list changes while it is read. */
export interface Scenario {
  readonly size: number;
  /** Tickets on a page, whatever was asked for. */
  readonly perPage: number;
  readonly shifts: readonly Shift[];
  /** Calls whose answer lacks its last record, by mistake. */
  readonly short: readonly number[];
  /** Durations of each call, in turns of the event loop, before the list is looked at and after it. */
  readonly delays: readonly (readonly [number, number])[];
  readonly concurrency: number;
}

/** Any such upstream, with shifts of these kinds. */
export function arbitraryScenario(kinds: readonly Shift['kind'][]): fc.Arbitrary<Scenario> {
  const place = fc.nat(60);
  const kind = fc.constantFrom(...kinds);
  const turns = fc.nat(3);
  return fc.record({
    size: fc.integer({ min: 0, max: 40 }),
    perPage: fc.integer({ min: 1, max: 50 }),
    shifts: fc.array(fc.record({ call: fc.nat(20), kind, place, to: place }), { maxLength: 6 }),
    short: fc.uniqueArray(fc.nat(12), { maxLength: 2 }),
    delays: fc.array(fc.tuple(turns, turns), { minLength: 1, maxLength: 10 }),
    concurrency: fc.integer({ min: 1, max: 4 }),
  });
}

/** An upstream as the scenario says. `stayed` answers the ids that were there all the time. */
export function createShiftingUpstream({ size, perPage, shifts, short, delays }: Scenario) {
  const first = tickets(1, size);
  let list: readonly Ticket[] = first;
  let nextId = size + 1;
  let calls = 0;
  const removed = new Set<number>();

  function apply({ kind, place, to }: Shift): void {
    if (kind === 'insert') list = list.toSpliced(place % (list.length + 1), 0, ticket(nextId++));
    const at = place % Math.max(1, list.length);
    const found = list[at];
    if (kind === 'insert' || found === undefined) return;
    if (kind === 'update') list = list.with(at, { ...found, status: 'RESOLVED' });
    else list = list.toSpliced(at, 1);
    if (kind === 'remove') removed.add(found.id);
    if (kind === 'move') list = list.toSpliced(to % (list.length + 1), 0, found);
  }

  const fetchPage: FetchPage = async (page) => {
    const call = calls++;
    const [before, after] = delays[call % delays.length] ?? [0, 0];
    await turns(before);
    for (const shift of shifts.filter((one) => one.call === call)) apply(shift);
    const records = list.slice((page - 1) * perPage, page * perPage);
    const sent = short.includes(call) ? records.slice(0, -1) : records;
    const totalCount = list.length;
    await turns(after);
    return { tickets: sent, unreadable: 0, received: sent.length, totalCount };
  };

  return {
    fetchPage,
    first,
    list: () => list,
    calls: () => calls,
    stayed: () => first.map(({ id }) => id).filter((id) => !removed.has(id)),
  };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
