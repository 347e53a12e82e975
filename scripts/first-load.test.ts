import { expect, test } from 'vitest';
import { judgeFirstLoad, withoutHash } from './first-load.mjs';

const table = {
  bounds: { scripts: 100, beforeRows: 200 },
  files: { 'index.js': 60, 'more.js': 30 },
  parts: { react: 9 },
};
const file = (name: string, gzip: number, text = '') => ({ file: `assets/${name}`, name, gzip, text });

test('a file is known from one build to the next', () => {
  expect(withoutHash('assets/filter-panel-haRnGwbL.js')).toBe('filter-panel.js');
  expect(withoutHash('assets/index-C-_w12lF.css')).toBe('index.css');
  expect(withoutHash('theme.js')).toBe('theme.js');
});

test('up to the bound all is well, whatever the style sheets are', () => {
  expect(judgeFirstLoad([file('index.js', 100), file('index.css', 500)], {}, table)).toEqual([]);
});

test('beyond the bound it is told what has grown, the most first', () => {
  expect(
    judgeFirstLoad(
      [file('index.js', 65), file('more.js', 30), file('new.js', 20)],
      { react: 9, zod: 4 },
      table,
    ),
  ).toEqual([
    'The page names 115 bytes of JavaScript; 100 is the most.',
    '  new.js: 20 bytes, 20 more than it was',
    '  index.js: 65 bytes, 5 more than it was',
    '  zod: 4 characters before minification, 4 more than it was',
  ]);
});

test('zod is no part of it', () => {
  expect(judgeFirstLoad([file('index.js', 10, 'a._zod.run(b)')], {}, table)).toEqual([
    'index.js has zod in it, which only meetings need.',
  ]);
});
