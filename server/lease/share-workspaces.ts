import { randomUUID } from 'node:crypto';
import type { Workspace } from '../../contract/index.ts';
import type { TicketStore } from '../history/stored.ts';
import { createMemoryArchive } from '../snapshot/memory-archive.ts';
import type { ReadingStatus } from '../snapshot/ports.ts';
import type { Snapshot, SnapshotInput } from '../snapshot/snapshot.ts';
import type { Database } from '../store/database.ts';
import type { Clock } from '../upstream/clock.ts';
import { createHistoryFollower } from './follow-history.ts';
import { createSnapshotFollower } from './follow-snapshots.ts';
import { createFollowerWishes } from './follower-wishes.ts';
import { createHolding } from './holding.ts';
import { createLeaseKeeper, type LeaseKeeper, type LeasePace } from './keep-leases.ts';
import { createLeaseState, type LeaseLog, type LeaseState } from './lease-state.ts';
import { createLeaseStore, type LeaseStore } from './lease-store.ts';
import { createPublicationStore } from './publication-store.ts';
import { createSharedRecordings } from './shared-recordings.ts';
import { createSharedWorkspace, type SharedWorkspace } from './shared-workspace.ts';
import type { CreateReader } from './workspace-reader.ts';

interface ShareOptions {
  readonly database: Database;
  /** The same, for what must not wait for anything else. */
  readonly urgent: Database;
  readonly store: Pick<TicketStore, 'load'>;
  readonly baseUrl: string;
  readonly workspaces: readonly Workspace[];
  readonly createReader: (workspace: Workspace) => CreateReader;
  readonly build: (input: SnapshotInput) => Promise<Snapshot>;
  /** Above the numbers of all snapshots of this machine before. */
  readonly firstNumber: number;
  readonly calls: () => ReadingStatus['calls'];
  readonly refreshMs: number;
  readonly clock: Clock;
  /** Is told each time that the database has answered. */
  readonly onAnswer: () => void;
  readonly logger: LeaseLog;
  /** The pace of the leases; the usual one when left out. */
  readonly pace?: LeasePace;
}

/** The part of this process in a workspace, as its figures tell it. */
interface SharedFigures {
  readonly workspace: string;
  readonly isReading: boolean;
  /** The term of the lease, whoever holds it; null while none is known. */
  readonly term: number | null;
}

/** All workspaces of a process that shares its database with others. */
export interface Sharing {
  readonly workspaces: readonly (SharedWorkspace & {
    readonly workspace: Workspace;
    /** Whether this process reads it. */
    isReadHere(): boolean;
  })[];
  figures(): readonly SharedFigures[];
  /** Milliseconds since the database has answered last; null when it never has. */
  answerAge(): number | null;
  start(): void;
  stop(): Promise<void>;
}

/** Puts together what shares the workspaces of a database with other processes. Nothing of it has begun. */
export function shareWorkspaces(options: ShareOptions): Sharing {
  const { urgent, baseUrl, clock, logger, firstNumber } = options;
  const leases = createLeaseStore(urgent, baseUrl);
  const onError = (error: unknown) =>
    logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the database failed');
  const shared = options.workspaces.map((workspace) => shareOne(options, workspace, leases, look, onError));
  const states = shared.map(({ state }) => state);
  const keeper: LeaseKeeper = createLeaseKeeper({
    leases,
    holder: randomUUID(),
    states,
    leastNumber: firstNumber,
    now: clock.now,
    onAnswer: options.onAnswer,
    onError,
    pace: options.pace,
  });

  function look(): Promise<void> {
    return keeper.look();
  }

  return {
    workspaces: shared.map(({ state, ports }) => ({
      ...ports,
      workspace: state.workspace,
      isReadHere: () => state.holding() !== null,
    })),
    figures: () =>
      states.map((state) => ({
        workspace: state.workspace.id,
        isReading: state.holding() !== null,
        term: state.lease()?.term ?? state.row()?.term ?? null,
      })),
    answerAge: keeper.answerAge,
    start: keeper.start,
    stop: keeper.stop,
  };
}

function shareOne(
  {
    database,
    store,
    baseUrl,
    createReader,
    build,
    firstNumber,
    calls,
    refreshMs,
    clock,
    logger,
  }: ShareOptions,
  workspace: Workspace,
  leases: LeaseStore,
  look: () => Promise<void>,
  onError: (error: unknown) => void,
): { readonly state: LeaseState; readonly ports: SharedWorkspace } {
  const source = { baseUrl, workspace: workspace.id };
  const publications = createPublicationStore(database);
  const shown = createMemoryArchive(firstNumber);
  const snapshots = createSnapshotFollower({ source, store, publications, archive: shown, build, clock });
  const history = createHistoryFollower(source, store, createSharedRecordings(database));
  const wishes = createFollowerWishes({
    leases,
    lease: () => state.row()?.id ?? null,
    now: clock.now,
    onError,
  });
  const state = createLeaseState({
    workspace,
    shown,
    snapshots,
    history,
    createHolding: (lease, onLost) =>
      createHolding({
        lease,
        createReader: createReader(workspace),
        database,
        publications,
        shown,
        shared: snapshots.newest(),
        firstNumber,
        clock,
        onLost,
        onError,
      }),
    onFollowed: wishes.tell,
    clock,
    logger,
  });
  const ports = createSharedWorkspace({ state, shown, history, wishes, look, calls, refreshMs, clock });
  return { state, ports };
}
