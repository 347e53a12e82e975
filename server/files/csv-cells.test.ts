import { expect, test } from 'vitest';
import { download } from '../test/download.ts';
import { ticket } from '../test/tickets.ts';

test('a NUL before a formula does not hide it, and is not in the file', async () => {
  const { rows, text } = await download([ticket(1, { description: '\0=1+1' })]);
  expect(rows[1]?.[5]).toBe("'\uFFFD=1+1");
  expect(text).not.toContain('\0');
});

test('a million blanks are a text like any other', async () => {
  const blanks = ' '.repeat(1_000_000);
  const { rows } = await download([
    ticket(1, { description: `${blanks}=1` }),
    ticket(2, { description: blanks }),
    ticket(3, { description: '"'.repeat(1_000_000) }),
  ]);
  expect(rows.slice(1).map((row) => row[5])).toEqual([`'${blanks}=1`, blanks, '"'.repeat(1_000_000)]);
});
