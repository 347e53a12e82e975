import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '../test/programs.ts';
import { openStore } from './open-store.ts';
import { faultsOf, killRecording } from './testing/kill-recording.ts';
import { loadAll } from './testing/recordings.ts';

const PROGRAM = [programOf('recording-process')];

/** Milliseconds: at the first start, and while it records. */
const MOMENTS = [
  { of: 'start', after: 400 },
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
  const dataDir = mkdtempSync(join(tmpdir(), 'loopdesk-kill-'));
  for (const moment of MOMENTS) {
    const { kept, complaints } = await killRecording(dataDir, '', moment, PROGRAM);
    expect(complaints).toBe('');
    const store = await openStore({ store: { kind: 'embedded' }, dataDir, log });
    expect(faultsOf(await loadAll(store.tickets), kept)).toEqual([]);
    await store.close();
  }
  rmSync(dataDir, { recursive: true });
}, 300_000);
