import { AGE_BANDS, type Facets, type FacetValue } from '../../../../contract/index.ts';

/** Facets with the values that are hard to write: names that several have, quotes, minuses, line breaks, markup. */
export const knownFacets: Facets = {
  status: named('NEW', 'OPEN', 'ESCALATED', 'RESOLVED', 'ON HOLD'),
  priority: named('LOW', 'MEDIUM', 'HIGH', 'CRITICAL'),
  type: named('', 'MANUAL TICKET', 'manual', 'a,b', 'say "hi"', '-odd', '=odd', '<b>bold</b>', 'two\nlines'),
  overdue: named('true', 'false'),
  assignee: [
    { value: 'ann@example.com', label: 'Ann Smith', count: 3 },
    { value: 'ann.2@example.com', label: 'Ann Smith', count: 1 },
    { value: 'bob@example.com', label: 'Bob', count: 2 },
    { value: 'eve@example.com', label: 'bob@example.com', count: 2 },
    { value: 'ali@example.com', label: '\u202Eعلي', count: 2 },
    { value: 'none', label: 'Unassigned', count: 9 },
  ],
  segment: [
    { value: 'S1', label: 'Main Segment', count: 1 },
    { value: 'none', label: 'No segment', count: 0 },
  ],
  surveyId: [
    { value: 'none', label: 'No survey', count: 2 },
    { value: '35', label: '35', count: 3 },
  ],
  originSegment: named('S1', 'S2'),
  age: AGE_BANDS.map(({ value }) => ({ value, label: `${value} days`, count: 1 })),
};

function named(...values: string[]): FacetValue[] {
  return values.map((value) => ({ value, label: value, count: 1 }));
}
