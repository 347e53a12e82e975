import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Me, OpenSession, OpenSessions } from '../../../contract/index.ts';
import { ApiProblem } from '../../api/request.ts';
import { endSession, sessionsQuery } from '../../api/sessions.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { formatCount, formatCountOf } from '../../format/numbers.ts';
import { Button } from '../../ui/button.tsx';
import styles from '../access-screen.module.css';
import { Answered } from '../answered.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { SessionTable } from './session-table.tsx';
import page from './sessions-page.module.css';

/** Sessions that are about to be ended: one of anybody, or all others of the reader. */
interface Ending {
  readonly sessions: readonly OpenSession[];
  readonly isEverywhereElse: boolean;
}

/** Who is signed in where, and the way to end it. */
export function SessionsPage({ me }: { readonly me: Me }) {
  const client = useQueryClient();
  const result = useSteadyQuery(sessionsQuery());
  const [ending, setEnding] = useState<Ending | null>(null);
  const end = async (sessions: readonly OpenSession[]) => {
    try {
      for (const { id } of sessions) await endSession(id).catch(ignoreEnded);
    } finally {
      await client.invalidateQueries({ queryKey: ['sessions'] });
    }
  };
  return (
    <>
      <Answered name="The list of sessions" result={result}>
        {(answer) => <Listed answer={answer} person={me.user?.id ?? null} onEnd={setEnding} />}
      </Answered>
      {ending !== null && (
        <EndDialog ending={ending} run={() => end(ending.sessions)} onClose={() => setEnding(null)} />
      )}
    </>
  );
}

/** Whoever wanted it to end has what they wanted. */
function ignoreEnded(error: unknown): void {
  if (!(error instanceof ApiProblem && error.problem.code === 'unknown-session')) throw error;
}

interface ListedProps {
  readonly answer: OpenSessions;
  /** The reader's id. */
  readonly person: string | null;
  readonly onEnd: (ending: Ending) => void;
}

function Listed({ answer: { sessions, everybody, total }, person, onEnd }: ListedProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const others = sessions.filter((session) => session.person.id === person && !session.isCurrent);
  const found = sessions.filter(({ person: { name } }) =>
    name.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      <p className={styles.note}>
        {everybody
          ? 'Everybody who is signed in. Ending a session takes effect at once; to keep somebody out, change the access file too.'
          : 'Where you are signed in. End what you do not know.'}
      </p>
      <div className={page.tools}>
        {everybody && (
          <div className={styles.field}>
            <label htmlFor={`${id}-words`}>Person</label>
            <input
              id={`${id}-words`}
              type="search"
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
        )}
        <p role="status" className={styles.note}>
          {total > sessions.length
            ? `The ${formatCount(sessions.length)} last seen of ${formatCount(total)} sessions`
            : words.trim() === ''
              ? formatCountOf(total, 'session')
              : `${formatCount(found.length)} of ${formatCountOf(total, 'session')}`}
        </p>
        {others.length > 0 && (
          <Button onClick={() => onEnd({ sessions: others, isEverywhereElse: true })}>
            Sign out everywhere else
          </Button>
        )}
      </div>
      {found.length > 0 && (
        <SessionTable
          sessions={found}
          showsPerson={everybody}
          onEnd={(session) => onEnd({ sessions: [session], isEverywhereElse: false })}
        />
      )}
    </>
  );
}

interface EndDialogProps {
  readonly ending: Ending;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
}

function EndDialog({ ending: { sessions, isEverywhereElse }, run, onClose }: EndDialogProps) {
  const [session] = sessions;
  if (isEverywhereElse) {
    return (
      <ConfirmDialog title="Sign out everywhere else" action="Sign out" run={run} onClose={onClose}>
        <p>
          {formatCountOf(sessions.length, 'other session')} of yours {sessions.length === 1 ? 'ends' : 'end'}{' '}
          at once. You stay signed in here. API tokens stay.
        </p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog title="End session" action="End session" run={run} onClose={onClose}>
      <p>
        <bdi>{session?.person.name}</bdi> has to sign in again there at once. API tokens stay.
      </p>
    </ConfirmDialog>
  );
}
