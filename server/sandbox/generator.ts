import { inventComplaint } from './complaint.ts';
import { inventCustomer } from './customer.ts';
import { LANGUAGES } from './languages/index.ts';
import { inventPriority, inventProgress } from './life.ts';
import { addOddities } from './oddities.ts';
import { PEOPLE, SEGMENTS } from './organisation.ts';
import { createRandom, type Random } from './random.ts';
import type { SandboxPerson, SandboxRecord, SandboxSegment } from './record.ts';
import { inventInstants } from './timeline.ts';

const DAY_MS = 86_400_000;

interface GeneratorOptions {
  readonly count: number;
  readonly seed: number;
  /** Epoch milliseconds: when the newest tickets have just come in. */
  readonly now: number;
  /** The id of the oldest ticket; later ones have higher ids. */
  readonly firstId: number;
}

/**
 * Invents the tickets of a workspace, the latest made first. The same options give the same tickets; with
 * another `now` they only move in time.
 */
export function generateTickets(options: GeneratorOptions): SandboxRecord[] {
  const instants = inventInstants(options.count, options.now, createRandom(options.seed));
  return instants.map((created, place) => {
    // Each ticket draws for itself, so that changing one draw does not change all tickets after it.
    const random = createRandom(Math.imul(options.seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
    const id = options.firstId + (options.count - 1 - place) * 2 + random.whole(0, 1);
    return inventTicket(id, created, place, options.now, random);
  });
}

function inventTicket(
  id: number,
  created: number,
  place: number,
  now: number,
  random: Random,
): SandboxRecord {
  const language = random.weighted(LANGUAGES, ({ weight }) => weight);
  const customer = inventCustomer(language, random);
  const detractor = random.chance(0.22);
  const { status, isOverdue } = inventProgress((now - created) / DAY_MS, random);
  const originSegment = random.weighted(SEGMENTS, favourFirst);
  const record: SandboxRecord = {
    id,
    createdAt: new Date(created).toISOString(),
    updatedAt: inventUpdate(created, status, now, random),
    deletedAt: null,
    feedbackId: id - 9_898,
    surveyId: detractor ? 402 : null,
    responseId: detractor ? 7_000_000 + id * 3 : null,
    priority: inventPriority(detractor, random),
    status,
    type: detractor ? 'DETRACTOR ALERT' : 'MANUAL TICKET',
    description: inventComplaint(language, random),
    issueDate: new Date(created - (created % 1000)).toISOString(),
    isOverdue,
    customerName: customer.name,
    customerEmail: customer.email,
    originSegment,
    currentSegment: random.chance(0.15) ? random.weighted(SEGMENTS, favourFirst) : originSegment,
    assignedUser: inventAssignee(status, random),
  };
  addOddities(record, place, language, random);
  return record;
}

/** Instant of a ticket's last update: at once if it is new, else some days later, but never after now. */
function inventUpdate(created: number, status: string, now: number, random: Random): string {
  const days = status === 'NEW' ? 0 : random.next() ** 3 * 21 + 0.02;
  const updated = Math.min(created + days * DAY_MS, now);
  return new Date(Math.max(created, updated - (updated % 1000))).toISOString();
}

function inventAssignee(status: string, random: Random): SandboxPerson | null {
  if (random.chance(status === 'NEW' ? 0.45 : 0.075)) return null;
  return random.weighted(PEOPLE, favourFirst);
}

/** The first of a list three times as often as the last: no two teams have the same load. */
function favourFirst(item: SandboxPerson | SandboxSegment): number {
  const all: readonly (SandboxPerson | SandboxSegment)[] = 'code' in item ? SEGMENTS : PEOPLE;
  return 3 - (2 * all.indexOf(item)) / (all.length - 1);
}
