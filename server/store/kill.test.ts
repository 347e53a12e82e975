import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '../test/programs.ts';
import { openStore } from './open-store.ts';
import { faultsOf, killRecording } from './testing/kill-recording.ts';
import { loadAll } from './testing/recordings.ts';

const PROGRAM = [programOf('recording-process')];

/**
 * Milliseconds: at the first start, in a folder that is new, and while it records. The database is made in the second half of a
 * start, which was seen to take 1.8 s on a slow machine and is shorter on others: hence two moments.
 */
const MOMENTS = [
  { of: 'start', after: 500 },
  { of: 'start', after: 1_000 },
  { of: 'opening', after: 3 },
  { of: 'opening', after: 61 },
  { of: 'opening', after: 240 },
  { of: 'opening', after: 410 },
] as const;

const log = {
  warn: (facts: object) => expect.unreachable(JSON.stringify(facts)),
  error: (facts: object) => expect.unreachable(JSON.stringify(facts)),
};

test('a process that is killed loses nothing of what it said is kept, and doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopdesk-kill-'));
  let dataDir = folder;
  for (const moment of MOMENTS) {
    if (moment.of === 'start') dataDir = mkdtempSync(join(folder, 'new-'));
    const { kept, complaints } = await killRecording(dataDir, '', moment, PROGRAM);
    expect(complaints).toBe('');
    const store = await openStore({ store: { kind: 'embedded' }, dataDir, log });
    expect(faultsOf(await loadAll(store.tickets), kept)).toEqual([]);
    await store.close();
  }
  rmSync(folder, { recursive: true });
}, 300_000);
