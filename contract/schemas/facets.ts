import * as z from 'zod/mini';
import { FACETS, type Facet } from '../field-keys.ts';

/**
 * One value of a facet. `value` is what the query key takes, `label` is how people call it, `count` is
 * how many tickets of the whole snapshot match all filters but this facet's own and have the value.
 */
const facetValueSchema = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number(),
});

const valuesSchema = z.array(facetValueSchema);

/**
 * Every value that the snapshot has, zeros included. `overdue` and `age` always list all of theirs,
 * `status` and `priority` come in the order of their meaning, the others by label.
 */
export const facetsSchema = z.object(
  Object.fromEntries(FACETS.map((facet) => [facet, valuesSchema])) as Record<Facet, typeof valuesSchema>,
);

export type FacetValue = z.infer<typeof facetValueSchema>;
export type Facets = z.infer<typeof facetsSchema>;
