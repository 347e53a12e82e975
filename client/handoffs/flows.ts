import type { AxisValue, Summary } from '../../contract/index.ts';

/** Tickets that began in one segment and are in another now, or still in the same. */
export interface Flow {
  readonly origin: AxisValue;
  readonly segment: AxisValue;
  readonly count: number;
  readonly overdue: number;
}

/** Values of the segments where tickets began and where they are now. */
interface Way {
  readonly origin: string;
  readonly segment: string;
}

/** Tickets by the segments where they began and where they are now. */
export interface Handoffs {
  readonly total: number;
  readonly moved: number;
  /** The routes between two segments, the busiest first. */
  readonly flows: readonly Flow[];
  /** The segments where tickets began and where they are now, those without any left out. */
  readonly origins: readonly AxisValue[];
  readonly segments: readonly AxisValue[];
  /** The tickets of one route between two values, or that have stayed; null when there are none. */
  readonly between: (way: Way) => Flow | null;
}

/** Reads the handoffs out of a summary by origin and current segment. */
export function readHandoffs({ axes, cells, total }: Summary): Handoffs {
  const [origins = [], segments = []] = axes.map(({ values }) => values);
  const all = cells.flatMap(({ at: [row = -1, column = -1], count, overdue }): Flow[] => {
    const [origin, segment] = [origins[row], segments[column]];
    return origin && segment ? [{ origin, segment, count, overdue }] : [];
  });
  const byWay = new Map(
    all.map((flow) => [keyOf({ origin: flow.origin.value, segment: flow.segment.value }), flow]),
  );
  const flows = all.filter((flow) => !hasStayed(flow)).toSorted((a, b) => b.count - a.count);
  return {
    total: total.count,
    moved: flows.reduce((sum, { count }) => sum + count, 0),
    flows,
    origins: keepThose(
      origins,
      all.map(({ origin }) => origin),
    ),
    segments: keepThose(
      segments,
      all.map(({ segment }) => segment),
    ),
    between: (way) => byWay.get(keyOf(way)) ?? null,
  };
}

/** Whether the tickets are where they began. */
function hasStayed({ origin, segment }: Pick<Flow, 'origin' | 'segment'>): boolean {
  return origin.value === segment.value;
}

/** `10 %`, `0.3 %`, `under 0.1 %`: a share that is not nothing never reads as nothing, nor less than all as all. */
export function formatShare(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  if (percent === 0 || percent === 100) return `${percent} %`;
  if (percent < 0.1) return 'under 0.1 %';
  if (percent > 99.9) return 'over 99.9 %';
  return `${percent.toFixed(percent < 1 || percent > 99 ? 1 : 0)} %`;
}

/** The values that occur, in the order of the axis. */
function keepThose(axis: readonly AxisValue[], occurring: readonly AxisValue[]): readonly AxisValue[] {
  const known = new Set(occurring.map(({ value }) => value));
  return axis.filter(({ value }) => known.has(value));
}

/** Two values as one key, whatever characters they have. */
function keyOf({ origin, segment }: Way): string {
  return JSON.stringify([origin, segment]);
}
