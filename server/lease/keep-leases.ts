import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaseState } from './lease-state.ts';
import type { LeaseStore, Renewal } from './lease-store.ts';

/** Times in milliseconds. */
export interface LeasePace {
  /** Between two looks at the database of a process that follows, and of one that reads everything. */
  readonly followingMs: number;
  readonly holdingMs: number;
  /** A process that has heard nothing of the database for so long since its start reads by itself. */
  readonly patienceMs: number;
  /** A database that is back is left to the process that read before for so long: it may have gone on meanwhile. */
  readonly graceMs: number;
}

const PACE: LeasePace = { followingMs: 1_000, holdingMs: 2_000, patienceMs: 5_000, graceMs: 3_000 };

/** A process that ends waits so long for what it is writing, and then lets others go on: it has a few seconds in all. */
const ENDING_MS = 3_000;

interface LeaseKeeperOptions {
  readonly leases: LeaseStore;
  /** Tells this process from all others. */
  readonly holder: string;
  readonly states: readonly LeaseState[];
  /** No number of a snapshot is below. */
  readonly leastNumber: number;
  /** The moment that it is. */
  readonly now: () => number;
  /** Is told after each look that was answered. */
  readonly onAnswer: () => void;
  /** Is told when a lease could not be given back: then it ends by itself. */
  readonly onError: (error: unknown) => void;
  readonly pace?: LeasePace | undefined;
}

/** Takes, renews and gives back the leases of a process, and tells each workspace what the database says. */
export interface LeaseKeeper {
  start(): void;
  /** Looks at the database now, even if it is being looked at. Resolves when what it says has been seen; never rejects. */
  look(): Promise<void>;
  /** Milliseconds since the database has answered last; null when it never has. */
  answerAge(): number | null;
  /** Ends the reading of all workspaces and gives their leases back. */
  stop(): Promise<void>;
}

export function createLeaseKeeper(options: LeaseKeeperOptions): LeaseKeeper {
  const { leases, holder, states, leastNumber, now, pace = PACE } = options;
  const workspaces = states.map(({ workspace }) => workspace.id);
  let timer: NodeJS.Timeout | undefined;
  let patience: NodeJS.Timeout | undefined;
  let answeredAt: number | null = null;
  let isFailing = false;
  let graceUntil = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  let queued: Promise<void> | null = null;

  async function renew(): Promise<void> {
    const renewals = states.map((state) => state.renewal()).filter((one): one is Renewal => one !== null);
    if (renewals.length === 0) return;
    const kept = await leases.renew(renewals);
    for (const state of states) {
      const lease = state.lease();
      const wasAsked = renewals.some((renewal) => renewal.lease === lease);
      if (lease !== null && wasAsked && !kept.has(lease.id)) state.lose();
    }
  }

  /** @returns whether any was taken */
  async function takeFree(free: readonly LeaseState[]): Promise<boolean> {
    if (free.length === 0 || isStopped || now() < graceUntil) return false;
    const ids = free.map(({ workspace }) => workspace.id);
    const taken = await leases.take(ids, holder, leastNumber);
    for (const { workspace, ...lease } of taken) {
      free.find((state) => state.workspace.id === workspace)?.take(lease);
    }
    return taken.length > 0;
  }

  async function lookOnce(): Promise<readonly Promise<void>[]> {
    await renew();
    let rows = await leases.look(workspaces);
    if (isFailing) graceUntil = now() + pace.graceMs;
    isFailing = false;
    const rowOf = ({ workspace }: LeaseState) => rows.find((row) => row.workspace === workspace.id);
    const free = states.filter((state) => state.isIdle() && (rowOf(state)?.isFree ?? true));
    if (await takeFree(free)) rows = await leases.look(workspaces);
    answeredAt = now();
    options.onAnswer();
    return states.map(async (state) => {
      const row = rowOf(state);
      if (row !== undefined) await state.see(row);
    });
  }

  async function lookOrFail(): Promise<readonly Promise<void>[]> {
    queued = null;
    try {
      return await lookOnce();
    } catch (error) {
      isFailing = true;
      for (const state of states) state.fail(error);
      return [];
    }
  }

  /** One look at a time, for all who have asked before it begins; what follows from it goes on beside the next ones. */
  function next(): Promise<void> {
    if (isStopped) return looking;
    if (queued !== null) return queued;
    const looked = looking.then(lookOrFail);
    looking = looked.then(() => {});
    queued = looked.then(async (seen) => void (await Promise.all(seen)));
    return queued;
  }

  async function goOn(): Promise<void> {
    void next();
    await looking;
    if (isStopped) return;
    const isHolding = states.every((state) => state.lease() !== null);
    timer = setTimeout(() => void goOn(), isHolding ? pace.holdingMs : pace.followingMs).unref();
  }

  return {
    start() {
      void goOn();
      patience = setTimeout(() => {
        for (const state of states) state.beginAlone();
      }, pace.patienceMs).unref();
    },
    look: next,
    answerAge: () => (answeredAt === null ? null : now() - answeredAt),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      clearTimeout(patience);
      const stopped = Promise.all([...states.map((state) => state.stop()), looking]);
      await Promise.race([stopped, sleep(ENDING_MS, undefined, { ref: false })]);
      const held = states.map((state) => state.lease()).filter((lease) => lease !== null);
      await Promise.all(held.map((lease) => leases.giveBack(lease))).catch(options.onError);
      await stopped;
    },
  };
}
