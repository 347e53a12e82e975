import { expect, test } from 'vitest';
import { createPartLoader } from './part-loader.ts';

const Part = () => null;

/** Fetches that fail until they are mended, and how many there were. */
function aSource() {
  const source = { broken: true, fetches: 0 };
  const fetchPart = async () => {
    source.fetches += 1;
    if (source.broken) throw new TypeError('Failed to fetch dynamically imported module');
    return Part;
  };
  return { source, loader: createPartLoader(fetchPart, async () => 'unreachable') };
}

test('a part that failed is fetched again when it is asked for again', async () => {
  const { source, loader } = aSource();
  loader.subscribe(() => {});
  expect(await loader.load()).toEqual({ phase: 'failed', reason: 'unreachable' });
  source.broken = false;
  expect(await loader.load()).toEqual({ phase: 'ready', Component: Part });
  expect(loader.read()).toEqual({ phase: 'ready', Component: Part });
  expect(source.fetches).toBe(2);
});

test('however many ask for a part, it is fetched once', async () => {
  const { source, loader } = aSource();
  source.broken = false;
  await Promise.all([loader.load(), loader.load()]);
  await loader.load();
  expect(source.fetches).toBe(1);
});

test('what could not be fetched ahead is no failure before it is wanted', async () => {
  const { loader } = aSource();
  await loader.load();
  expect(loader.read().phase).toBe('waiting');
});
