import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { AGE_BANDS, type Facets } from '../../../contract/index.ts';
import { grow, growingText } from '../../../contract/testing/adversarial-texts.ts';
import { countWork } from '../../../contract/testing/count-work.ts';
import { emptyFacets } from '../../../contract/testing/empty-facets.ts';
import { NO_FILTERS } from '../change-filters.ts';
import { flattenPasted } from '../search/flatten-pasted.ts';
import { searchParts } from '../search-parts.ts';
import { formatFilters } from './format-filters.ts';
import { parseFilters } from './parse-filters.ts';
import { beginsKey, suggest } from './suggest.ts';

const value = (name: string) => ({ value: name, label: name, count: 1 });
const many = Array.from({ length: 60 }, (_, index) => value(`Somebody ${index}`));
const facets: Facets = {
  ...emptyFacets(),
  status: ['NEW', 'OPEN'].map(value),
  priority: ['LOW', 'HIGH'].map(value),
  type: [value('MANUAL TICKET'), value('Łódź')],
  assignee: many,
  age: AGE_BANDS.map((band) => value(band.value)),
};

const FUNCTIONS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['reading a typed query', (text) => parseFilters(text, facets, 'UTC')],
  ['completing it', (text) => suggest(text, text.length, facets, true)],
  ['looking for a key', (text) => beginsKey(text, text.length)],
  ['writing a search', (text) => formatFilters({ ...NO_FILTERS, q: text }, facets, 'UTC')],
  ['taking a search apart', searchParts],
  ['pasting', flattenPasted],
];

const SIZES = [2_000, 4_000, 8_000];

/** Twice the text may take twice the steps, and a little for what begins and ends. */
const MOST = 2.4;

/** Errors and names to compare with cost the same however long the text is. */
const FIXED = 60_000;

it.each(FUNCTIONS)('%s takes no more than twice the steps for twice the text', (_, run) => {
  const units = fc.constantFrom('status:', 'type:x,', 'id:1, ', '-', 'ab:', 'issued:', 'status: new ', ',');
  const grown = fc
    .tuple(growingText, fc.option(units))
    .map(([text, unit]) => ({ ...text, middle: `${unit ?? ''}${text.middle}` }));
  fc.assert(
    fc.property(grown, (text) => {
      const work = SIZES.map((size) => {
        const whole = grow(text, size);
        // What is remembered from the first time is not to make the second look cheap.
        run(whole);
        return countWork(() => run(whole)) + FIXED;
      });
      for (const [index, steps] of work.slice(1).entries()) {
        expect(steps / (work[index] as number)).toBeLessThan(MOST);
      }
    }),
    { numRuns: 30, seed: 7 },
  );
});

test('a megabyte that is no list of filters is refused at once', () => {
  const text = 'colour:red '.repeat(100_000);
  const steps = countWork(() => {
    const parsed = parseFilters(text, facets, 'UTC');
    expect(parsed.ok ? [] : parsed.errors.map(({ message }) => message)).toEqual([
      'At most 40,000 characters can be typed here, and this is more.',
    ]);
    expect(suggest(text, text.length, facets, true)).toBeNull();
    expect(beginsKey(text, text.length)).toBe(false);
  });
  expect(steps).toBeLessThan(1_000);
});

test('a text full of errors is read up to the tenth', () => {
  const text = `assignee:${Array.from({ length: 3_000 }, (_, index) => `Sombody${index}`).join(',')}`;
  const parsed = parseFilters(text, facets, 'UTC');
  expect(parsed.ok ? [] : parsed.errors).toHaveLength(10);
});
