import { useCallback, useState } from 'react';
import { formatCountOf } from '../../format/numbers.ts';
import type { Live } from '../live/use-live.ts';
import type { Session } from '../session/session.ts';

interface Adding {
  /** Adds what is new in the view at the end; answers what a screen reader is told. */
  readonly add: () => Promise<string>;
  /** Why the last try came to nothing; null for nothing of the kind. */
  readonly failure: string | null;
}

/** Takes new tickets into the meeting. */
export function useAdding(session: Session, { fetchNewOnes }: Live): Adding {
  const [failure, setFailure] = useState<string | null>(null);
  const add = useCallback(async () => {
    try {
      const tickets = await fetchNewOnes();
      const before = session.read().head.entries.length;
      if (tickets.length > 0) session.change({ kind: 'add', tickets });
      const added = session.read().head.entries.length - before;
      setFailure(null);
      return added === 0 ? 'There are no new tickets' : `${formatCountOf(added, 'ticket')} added at the end`;
    } catch (error) {
      setFailure(`New tickets could not be added: ${error instanceof Error ? error.message : String(error)}`);
      return '';
    }
  }, [session, fetchNewOnes]);
  return { add, failure };
}
