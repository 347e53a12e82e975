import { Gauge, type Registry } from 'prom-client';

/** The part of this process in the workspaces that several share on one database. */
export interface ObservedSharing {
  figures(): readonly {
    readonly workspace: string;
    readonly isReading: boolean;
    /** Null while none is known. */
    readonly term: number | null;
  }[];
  /** Milliseconds since the database has answered last; null when it never has. */
  answerAge(): number | null;
}

/** Has a registry report who reads the workspaces. */
export function observeLeases(registry: Registry, sharing: ObservedSharing): void {
  const registers = [registry];
  const gauge = (
    name: string,
    help: string,
    read: (figures: ReturnType<ObservedSharing['figures']>[number]) => number | null,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ['workspace'],
      registers,
      collect() {
        for (const figures of sharing.figures()) {
          const value = read(figures);
          if (value !== null) this.set({ workspace: figures.workspace }, value);
        }
      },
    });
  gauge('loopdesk_lease_held', '1 where this process reads and records the workspace.', ({ isReading }) =>
    Number(isReading),
  );
  gauge('loopdesk_lease_term', 'Grows each time that another process begins to read.', ({ term }) => term);
  new Gauge({
    name: 'loopdesk_lease_answer_age_seconds',
    help: 'Since the database has told last who reads.',
    registers,
    collect() {
      const age = sharing.answerAge();
      if (age !== null) this.set(age / 1000);
    },
  });
}
