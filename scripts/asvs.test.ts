import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from './paths.mjs';

/** The points of levels 1 and 2 in the chapters V6 to V10: how many each section has, numbered from 1. */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
};
const POINTS = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, index) => `${chapter}.${section + 1}.${index + 1}`),
  ),
);

const PAGE = inProject('docs', 'asvs.md');
const TEXT = readFileSync(PAGE, 'utf8');
const ROWS = TEXT.split('\n')
  .filter((line) => /^\| +\d+\.\d+\.\d+ /.test(line))
  .map((line) => {
    const [, point = '', , , state = '', how = '', shown = ''] = line.split('|').map((cell) => cell.trim());
    return { point, state, how, files: [...shown.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file) };
  });

test('the page has every point of the two levels, once', () => {
  expect(ROWS.map(({ point }) => point)).toEqual(POINTS);
});

test('every file that shows something is there, and is a test where the point is about the product', () => {
  for (const { point, state, files } of ROWS) {
    const claims = state === 'met' || state === 'partly';
    expect(files.length > 0, point).toBe(claims);
    for (const file of files) expect(existsSync(join(dirname(PAGE), file)), file).toBe(true);
    const isAboutPages = /^\d+\.1\.\d+$/.test(point) && /^[678]\./.test(point);
    if (claims && !isAboutPages) expect(files.join(' '), point).toMatch(/\.(?:test|spec)\.tsx?/);
  }
});

test('what is not met in full says what lacks, and the sums are right', () => {
  for (const { point, state, how } of ROWS) if (state !== 'met') expect(how, point).not.toBe('');
  const count = (wanted: string) => ROWS.filter(({ state }) => state === wanted).length;
  expect(TEXT.replaceAll('\n', ' ')).toContain(
    `Of ${ROWS.length} points ${count('met')} are met, ${count('partly')} partly, ${count('not met')} are not; ` +
      `${count('provider')} are the provider’s, and for ${count('none here')} there is nothing here`,
  );
});
