import * as z from 'zod/mini';

/** The ways to narrow a list that are counted beside it. Each is a query key of the same name. */
export const FACETS = [
  'status',
  'priority',
  'type',
  'overdue',
  'assignee',
  'segment',
  'originSegment',
  'age',
] as const;

export type Facet = (typeof FACETS)[number];

/**
 * One value of a facet. `value` is what the query key takes, `label` is how people call it, `count` is
 * how many tickets of the whole snapshot match all filters but this facet's own and have the value.
 */
const facetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number(),
});

/**
 * Every value that the snapshot has, zeros included. `overdue` and `age` always list all of theirs,
 * `status` and `priority` come in the order of their meaning, the others by label.
 */
export const facetsSchema = z.object({
  status: z.array(facetValueSchema),
  priority: z.array(facetValueSchema),
  type: z.array(facetValueSchema),
  overdue: z.array(facetValueSchema),
  assignee: z.array(facetValueSchema),
  segment: z.array(facetValueSchema),
  originSegment: z.array(facetValueSchema),
  age: z.array(facetValueSchema),
} satisfies Record<Facet, unknown>);

export type FacetValue = z.infer<typeof facetValueSchema>;
export type Facets = z.infer<typeof facetsSchema>;
