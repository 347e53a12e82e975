import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import { manualClock } from '../test/clock.ts';
import { honestPage, mutator } from '../test/mutated-page.ts';
import { settle } from '../test/workspace-sync.ts';
import { parsePage } from '../upstream/page.ts';
import { createPlanner } from './planner.ts';
import { createWorkspaceSync } from './workspace-sync.ts';

const PER_PAGE = 5;
const TOTAL = 25;
const PAGES = TOTAL / PER_PAGE;

/** Three passes, each over the pages there are, as many again to look for more, and those that bring nothing new. */
const MAX_CALLS = 3 * (2 * PAGES + 3);

/** How the so-manyth call is answered; those that are not listed honestly. */
const answers = fc.array(fc.option(mutator, { freq: 2 }), { maxLength: 12 });

function syncOver(bodyOf: (page: number, call: number) => string) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const clock = manualClock(1_000_000);
  let calls = 0;
  const usage = () => ({ lastMinute: calls, today: calls, perDay: 2000 });
  const sync = createWorkspaceSync({
    workspace: { id: 'w', name: 'W' },
    client: {
      readPage: async ({ page }) => parsePage(bodyOf(page, calls++), { page, perPage: PER_PAGE }).page,
    },
    usage,
    planner: createPlanner({ usage, refreshMs: 60_000, clock }),
    perPage: PER_PAGE,
    logger: log,
    archive: createMemoryArchive(1),
    clock,
  });
  return { sync, log, calls: () => calls };
}

test('whatever comes for pages, a read ends, and what is shown of it is sound', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (mutations) => {
      const { sync, log, calls } = syncOver((page, call) => {
        const body = honestPage(page, PER_PAGE, TOTAL);
        return mutations[call]?.(body).toString() ?? body;
      });
      sync.start();
      for (let read = 0; read < 3; read++) {
        await settle();
        const before = calls();
        const { state } = sync.status();
        expect(['fresh', 'stale', 'loading']).toContain(state);
        expect(before).toBeLessThanOrEqual((read + 1) * MAX_CALLS);
        const newest = sync.newest();
        const ids = newest?.tickets.map(({ id }) => id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        if (newest?.whole) expect(ids).toHaveLength(newest.total ?? -1);
        sync.refresh();
      }
      await settle();
      // An error there is one of ours.
      expect(log.error).not.toHaveBeenCalled();
      await sync.stop();
    }),
    { numRuns: 80, seed: 20_261_127 },
  );
});
