import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { variablesSchema } from './env-variables.ts';

test('.env.example names every variable that is read, and no other', async () => {
  const text = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(variablesSchema.shape).toSorted());
});
