import { ticket } from '../../test/tickets.ts';
import { openStore, type StoreSettings } from '../open-store.ts';
import { arrival, firstRecording, recording, SOURCE } from './recordings.ts';

/** Records one read after the other from where the store is, and says each that is acknowledged, until it is killed. */
const [dataDir = '', url = ''] = process.argv.slice(2);
const store: StoreSettings = url === '' ? { kind: 'embedded' } : { kind: 'postgres', databaseUrl: url };
const log = { warn: tell, error: tell };
const { tickets } = await openStore({ store, dataDir, log });
const before = await tickets.load(SOURCE);
process.stdout.write(`ready ${before?.seq ?? 0}\n`);
for (let seq = (before?.seq ?? 0) + 1; ; seq++) {
  await tickets.record(SOURCE, seq === 1 ? firstRecording(1_000) : nextRecording(seq));
  process.stdout.write(`kept ${seq}\n`);
}

/** A ticket, and a change of each of a hundred. */
function nextRecording(seq: number) {
  const id = 1_000 + seq;
  const changes = Array.from({ length: 100 }, (_, index) => {
    const read = { at: recording(seq).read.takenAt, notBefore: recording(seq - 1).read.takenAt };
    return { ...read, ticket: index + 1, field: 'status', from: 2, to: 3 } as const;
  });
  return recording(seq, { arrivals: [arrival(id)], tickets: [ticket(id)], changes });
}

function tell(facts: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(facts)}\n`);
}
