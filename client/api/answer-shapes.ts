import {
  FACETS,
  type Facet,
  type Facets,
  type Me,
  PROBLEMS,
  type Problem,
  type ReportAnswer,
  type SignedOut,
  type SnapshotStatus,
  type Summary,
  type Ticket,
  type TicketHistory,
  type TicketList,
  type Trends,
  type WorkspacesAnswer,
} from '../../contract/index.ts';

/**
 * The parts that a value must have, as `typeof` calls them; of a list each item. What may be null or missing is left
 * out: the types tell of it, and the server's own tests hold it to them.
 */
export type Shape<Value> = Value extends string
  ? 'string'
  : Value extends number
    ? 'number'
    : Value extends boolean
      ? 'boolean'
      : Value extends readonly (infer Item)[]
        ? readonly [Shape<Item>]
        : { readonly [Key in keyof Value]?: Shape<NonNullable<Value[Key]>> };

/** Whether a value has all parts of a shape. */
export function fits<Value>(value: unknown, shape: Shape<Value>): value is Value {
  return hasParts(value, shape);
}

function hasParts(value: unknown, shape: unknown): boolean {
  if (typeof shape === 'string') return typeof value === shape;
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((item) => hasParts(item, shape[0]));
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(shape as object).every(([key, part]) =>
      hasParts((value as Record<string, unknown>)[key], part),
    )
  );
}

export const TICKET: Shape<Ticket> = { id: 'number', isOverdue: 'boolean' };

export const SNAPSHOT_STATUS: Shape<SnapshotStatus> = {
  number: 'number',
  state: 'string',
  loaded: 'number',
  refresh: { everySeconds: 'number', reason: 'string' },
  calls: { today: 'number', perDay: 'number' },
  newest: 'number',
  changes: { added: 'number', changed: 'number', gone: 'number' },
};

const FACET_VALUES: Shape<Facets[Facet]> = [{ value: 'string', label: 'string', count: 'number' }];

export const TICKET_LIST: Shape<TicketList> = {
  tickets: [TICKET],
  page: { number: 'number', perPage: 'number', total: 'number', pages: 'number' },
  facets: Object.fromEntries(FACETS.map((facet) => [facet, FACET_VALUES])) as Shape<Facets>,
  snapshot: SNAPSHOT_STATUS,
};

export const WORKSPACES: Shape<WorkspacesAnswer> = {
  mode: 'string',
  workspaces: [{ id: 'string', name: 'string' }],
};

export const ME: Shape<Me> = {
  access: 'string',
  workspaces: [{ id: 'string', name: 'string', role: 'string' }],
};

export const SIGNED_OUT: Shape<SignedOut> = { location: 'string' };

const MEASURES = { count: 'number', open: 'number', overdue: 'number', urgent: 'number' } as const;

export const SUMMARY: Shape<Summary> = {
  axes: [{ key: 'string', values: [{ value: 'string', label: 'string' }] }],
  cells: [{ at: ['number'], ...MEASURES }],
  total: MEASURES,
  unplaced: 'number',
  snapshot: SNAPSHOT_STATUS,
};

export const TRENDS: Shape<Trends> = {
  zone: 'string',
  span: 'string',
  buckets: [{ from: 'string', to: 'string', complete: 'boolean' }],
};

export const TICKET_HISTORY: Shape<TicketHistory> = {
  entries: [{ at: 'string', field: 'string', from: 'string', to: 'string' }],
};

export const REPORT: Shape<ReportAnswer> = { available: 'boolean' };

/** Whether a value is an error of the server's closed list. */
export function isProblem(value: unknown): value is Problem {
  if (!fits<Problem>(value, { title: 'string', status: 'number', detail: 'string', code: 'string' }))
    return false;
  const { code, faults, snapshot } = value;
  return (
    Object.hasOwn(PROBLEMS, code) &&
    (faults === undefined || fits<typeof faults>(faults, [{ key: 'string', message: 'string' }])) &&
    (snapshot === undefined || fits<typeof snapshot>(snapshot, SNAPSHOT_STATUS))
  );
}
