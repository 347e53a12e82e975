import type { Database } from '../../store/database.ts';
import type { Grant } from '../grants.ts';
import type { Audit } from './audit.ts';
import { auditChangedGrants } from './changed-grants.ts';

interface GrantChangesOptions {
  /** Null to know of the changes of this process alone. */
  readonly database: Database | null;
  readonly audit: Pick<Audit, 'record'>;
  readonly logger: { warn(facts: object, message: string): void };
}

/** Writes down what has changed in the grants, also while no process ran, and once however many see it. */
export interface GrantChanges {
  /** The grants in force as the process starts. */
  start(grants: readonly Grant[]): Promise<void>;
  change(before: readonly Grant[], after: readonly Grant[]): Promise<void>;
}

/** Compares with the grants that were told of last, which the database keeps. */
export function createGrantChanges({ database, audit, logger }: GrantChangesOptions): GrantChanges {
  // A change that comes while the one before is being stored is compared with what that leaves.
  let last: Promise<void> = Promise.resolve();

  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work);
    return last;
  }

  async function tell(
    before: readonly Grant[] | null,
    after: readonly Grant[],
    stored: Database,
  ): Promise<void> {
    try {
      const known = await replaceKnown(stored, after);
      if (known !== null) auditChangedGrants(audit, known, after);
    } catch (err) {
      logger.warn({ err }, 'the grants in force could not be stored: a change of them may be told twice');
      if (before !== null) auditChangedGrants(audit, before, after);
    }
  }

  return {
    start: (grants) => inTurn(async () => (database === null ? undefined : tell(null, grants, database))),
    change: (before, after) =>
      inTurn(async () =>
        database === null ? auditChangedGrants(audit, before, after) : tell(before, after, database),
      ),
  };
}

/** Stores the grants, and gives those that were known before; null for none. */
function replaceKnown(database: Database, grants: readonly Grant[]): Promise<readonly Grant[] | null> {
  const text = JSON.stringify(grants);
  return database.transaction(async ({ query }) => {
    const [row] = await query<{ grants: string }>('select grants from known_grants where id = 1 for update');
    if (row?.grants === text) return null;
    await query(
      'insert into known_grants values (1, $1) on conflict (id) do update set grants = excluded.grants',
      [text],
    );
    return row === undefined ? null : (JSON.parse(row.grants) as readonly Grant[]);
  });
}
