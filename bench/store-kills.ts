import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, type StoreSettings } from '../server/store/open-store.ts';
import { faultsOf, killRecording } from '../server/store/testing/kill-recording.ts';
import type { PostgresServer } from '../server/store/testing/postgres-server.ts';
import { loadAll } from '../server/store/testing/recordings.ts';
import { mulberry32 } from './tickets.ts';

interface KillOptions {
  readonly kills: number;
  /** A folder for the embedded store, which need not be there. */
  readonly directory: string;
  readonly server: PostgresServer | null;
}

/** Every so manieth kill is of a first start. */
const FIRST_STARTS = 5;
/** Milliseconds. */
const RECORDING_MS = 800;
const STARTING_MS = 3_000;

/**
 * Kills what records at random moments and looks at what is left: the process with the embedded store, and the server.
 *
 * @throws Error that names all that was lost or doubled
 */
export async function countKills({ kills, directory, server }: KillOptions): Promise<string> {
  const random = mulberry32(20261128);
  const faults: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const first = kill % FIRST_STARTS === 0;
    if (first) rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const moment = {
      after: random() * (first ? STARTING_MS : RECORDING_MS),
      of: first ? 'start' : 'opening',
    } as const;
    const { kept } = await killRecording(directory, '', moment);
    faults.push(...(await look({ kind: 'embedded' }, directory, kept)));
  }
  for (let kill = 0; server !== null && kill < kills; kill++) {
    const recording = killRecording(directory, server.url, { after: RECORDING_MS * 2, of: 'opening' });
    await sleep(STARTING_MS / 2 + random() * RECORDING_MS);
    await server.kill();
    const { kept } = await recording;
    await server.start();
    faults.push(...(await look({ kind: 'postgres', databaseUrl: server.url }, directory, kept)));
  }
  if (faults.length > 0) throw new Error(`After kills: ${faults.join('; ')}`);
  const also = server === null ? '' : `, and ${kills} of a PostgreSQL server that recorded`;
  return `After ${kills} kills of a process with the embedded store${also}: nothing lost, nothing twice.`;
}

async function look(store: StoreSettings, dataDir: string, kept: number): Promise<string[]> {
  const opened = await openStore({ store, dataDir, log: console });
  try {
    return faultsOf(await loadAll(opened.tickets), kept);
  } finally {
    await opened.close();
  }
}
