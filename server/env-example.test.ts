import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { variablesSchema } from './env-variables.ts';

test('.env.example names each variable that is read exactly once, and no other', async () => {
  const text = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
  const named = [...text.matchAll(/^#([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(named.toSorted()).toEqual(Object.keys(variablesSchema.shape).toSorted());
});

test('the README’s table has each variable, some by what their names begin with', async () => {
  const text = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
  const named = rows.flatMap((row) => [...row.matchAll(/`([A-Z][A-Z_]+\*?)`/g)].map(([, name = '']) => name));
  const has = (variable: string) =>
    named.some((name) => (name.endsWith('*') ? variable.startsWith(name.slice(0, -1)) : name === variable));
  expect(Object.keys(variablesSchema.shape).filter((variable) => !has(variable))).toEqual([]);
});
