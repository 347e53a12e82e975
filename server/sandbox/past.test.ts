import { expect, test } from 'vitest';
import { generateTickets } from './generator.ts';
import { inventPast, type PastRead } from './past.ts';
import type { SandboxRecord } from './record.ts';

const NOW = Date.parse('2026-02-10T12:00:00.000Z');
const RECORDS = generateTickets({ count: 400, seed: 1, now: NOW, firstId: 35_000 });

async function pastOf(seed: number): Promise<PastRead[]> {
  const reads: PastRead[] = [];
  for await (const read of inventPast(RECORDS, { seed, now: NOW })) reads.push(read);
  return reads;
}

test('three months of mornings end as tickets are listed now, but for what today brought', async () => {
  const reads = await pastOf(1);
  expect(reads.length).toBeGreaterThanOrEqual(90);
  expect(
    reads.every(({ takenAt }, index) => takenAt > (reads[index - 1]?.takenAt ?? 0) && takenAt < NOW),
  ).toBe(true);
  const last = new Map<number, SandboxRecord>();
  for (const { changed, gone } of reads) {
    for (const record of changed) last.set(record.id, record);
    for (const id of gone) last.delete(id);
  }
  const latest = reads.at(-1)?.takenAt ?? 0;
  const settled = RECORDS.filter(({ updatedAt, isOverdue }) => Date.parse(updatedAt) <= latest && !isOverdue);
  expect(settled.length).toBeGreaterThan(300);
  for (const record of settled) expect(last.get(record.id)).toEqual(record);
});

test('meanwhile tickets came, changed, and some left', async () => {
  const later = (await pastOf(1)).slice(1);
  const statuses = new Set(later.flatMap(({ changed }) => changed.map(({ status }) => status)));
  expect([...statuses]).toEqual(expect.arrayContaining(['NEW', 'OPEN', 'ESCALATED', 'RESOLVED']));
  expect(later.some(({ changed }) => changed.some(({ isOverdue }) => isOverdue))).toBe(true);
  expect(later.flatMap(({ gone }) => gone).length).toBeGreaterThan(0);
});

test('the same seed invents the same past', async () => {
  expect(await pastOf(3)).toEqual(await pastOf(3));
  expect(await pastOf(3)).not.toEqual(await pastOf(4));
});
