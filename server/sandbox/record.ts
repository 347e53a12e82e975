import { inventComplaint } from './complaint.ts';
import { inventCustomer } from './customer.ts';
import type { Language } from './languages/index.ts';
import { inventPriority, inventProgress } from './life.ts';
import { PEOPLE, type SandboxPerson, type SandboxSegment, SEGMENTS } from './organisation.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

/** A ticket as the reference page of `GET /cx/closedloop/workspaces/{workspaceID}/tickets` documents it. */
export interface SandboxRecord {
  id: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  feedbackId: number;
  surveyId: number | null;
  responseId: number | null;
  priority: string;
  status: string;
  type: string;
  description: string;
  issueDate: string;
  isOverdue: boolean;
  customerName: string | null;
  customerEmail: string | null;
  originSegment: SandboxSegment | null;
  currentSegment: SandboxSegment | null;
  assignedUser: SandboxPerson | null;
}

/** Invents a ticket as it usually is. `created` and `now`: epoch milliseconds. */
export function inventRecord(
  id: number,
  created: number,
  now: number,
  language: Language,
  random: Random,
): SandboxRecord {
  const customer = inventCustomer(language, random);
  const detractor = random.chance(0.22);
  const { status, isOverdue } = inventProgress((now - created) / DAY_MS, random);
  const originSegment = random.weighted(SEGMENTS, favourFirst);
  return {
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

/** The instants between which a record has changed, in epoch milliseconds; NaN for one that nobody can read. */
export function timesOf({ createdAt, updatedAt }: SandboxRecord): { created: number; updated: number } {
  return { created: Date.parse(createdAt), updated: Date.parse(updatedAt) };
}

/** The part of a record that somebody changed by taking it; nothing where nobody has it. */
export function takenPart({ assignedUser }: SandboxRecord): Partial<SandboxRecord> {
  return assignedUser === null ? {} : { assignedUser };
}

/** The part of a record that a move has changed; null where it has not moved. */
export function movedPart({ originSegment, currentSegment }: SandboxRecord): Partial<SandboxRecord> | null {
  return originSegment?.code === currentSegment?.code ? null : { currentSegment };
}

/** A record as it came in, when these of its parts have changed since. */
export function asCreated(record: SandboxRecord, changes: Partial<SandboxRecord>): SandboxRecord {
  return {
    ...record,
    status: 'NEW',
    isOverdue: false,
    updatedAt: record.createdAt,
    ...('currentSegment' in changes && { currentSegment: record.originSegment }),
    ...('assignedUser' in changes && { assignedUser: null }),
  };
}

/** A record after a change. `at` in epoch milliseconds; null for one that leaves its date of update as it is. */
export function changed(
  record: SandboxRecord,
  parts: Partial<SandboxRecord>,
  at: number | null,
): SandboxRecord {
  return { ...record, ...parts, ...(at !== null && { updatedAt: new Date(at).toISOString() }) };
}
