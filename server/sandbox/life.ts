import type { Random } from './random.ts';

/** Shares of the statuses among tickets up to an age, in days, and of late ones among the unresolved. */
interface Stage {
  readonly untilDays: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly late: number;
}

const STAGES: readonly Stage[] = [
  { untilDays: 1, statuses: { NEW: 72, OPEN: 24, ESCALATED: 2, RESOLVED: 2 }, late: 0 },
  { untilDays: 7, statuses: { NEW: 22, OPEN: 44, ESCALATED: 8, RESOLVED: 26 }, late: 0.12 },
  { untilDays: 30, statuses: { NEW: 4, OPEN: 19, ESCALATED: 7, RESOLVED: 70 }, late: 0.6 },
  {
    untilDays: Number.POSITIVE_INFINITY,
    statuses: { NEW: 0.4, OPEN: 2.3, ESCALATED: 1.1, RESOLVED: 96.2 },
    late: 0.85,
  },
];

const PRIORITIES: Readonly<Record<string, number>> = { LOW: 24, MEDIUM: 49, HIGH: 24, CRITICAL: 3 };
const DETRACTOR_PRIORITIES: Readonly<Record<string, number>> = { LOW: 5, MEDIUM: 42, HIGH: 47, CRITICAL: 6 };

/** Invents the progress of a ticket of that age. */
export function inventProgress(ageDays: number, random: Random): { status: string; isOverdue: boolean } {
  const stage = STAGES.find(({ untilDays }) => ageDays < untilDays);
  if (stage === undefined) throw new Error(`No stage for an age of ${ageDays} days`);
  const status = draw(stage.statuses, random);
  return { status, isOverdue: status !== 'RESOLVED' && random.chance(stage.late) };
}

/** A priority; who gave a bad rating is taken more seriously. */
export function inventPriority(detractor: boolean, random: Random): string {
  return draw(detractor ? DETRACTOR_PRIORITIES : PRIORITIES, random);
}

function draw(shares: Readonly<Record<string, number>>, random: Random): string {
  return random.weighted(Object.entries(shares), ([, share]) => share)[0];
}
