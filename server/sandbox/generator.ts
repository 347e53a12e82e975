import { LANGUAGES } from './languages/index.ts';
import { addOddities } from './oddities.ts';
import { createRandom } from './random.ts';
import { inventRecord, type SandboxRecord } from './record.ts';
import { inventInstants } from './timeline.ts';

interface GeneratorOptions {
  readonly count: number;
  readonly seed: number;
  /** Epoch milliseconds: when the newest tickets have just come in. */
  readonly now: number;
  /** The id of the oldest ticket; later ones have higher ids. */
  readonly firstId: number;
}

/**
 * Invents the tickets of a workspace, the latest made first. The same options give the same tickets; with
 * another `now` they only move in time.
 */
export function generateTickets(options: GeneratorOptions): SandboxRecord[] {
  const instants = inventInstants(options.count, options.now, createRandom(options.seed));
  return instants.map((created, place) => {
    // Each ticket draws for itself, so that changing one draw does not change all tickets after it.
    const random = createRandom(Math.imul(options.seed + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
    const id = options.firstId + (options.count - 1 - place) * 2 + random.whole(0, 1);
    const language = random.weighted(LANGUAGES, ({ weight }) => weight);
    const record = inventRecord(id, created, options.now, language, random);
    addOddities(record, place, language, random);
    return record;
  });
}
