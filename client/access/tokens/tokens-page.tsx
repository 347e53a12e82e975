import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type ApiToken, type CreatedToken, isAtLeast, type Me } from '../../../contract/index.ts';
import { strongestRole } from '../../account/access-pages.ts';
import { ApiProblem } from '../../api/request.ts';
import { revokeToken, tokensQuery } from '../../api/tokens.ts';
import { useSteadyQuery } from '../../api/use-steady-query.ts';
import { Panel } from '../../states/panel.tsx';
import styles from '../access-screen.module.css';
import { Answered } from '../answered.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { NewSecret } from './new-secret.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenTable } from './token-table.tsx';

/** The reader's API tokens, and others' where they look after them: made, shown once, revoked. */
export function TokensPage({ me }: { readonly me: Me }) {
  const client = useQueryClient();
  const result = useSteadyQuery(tokensQuery());
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const [revoking, setRevoking] = useState<ApiToken | null>(null);
  const readAgain = () => client.invalidateQueries({ queryKey: ['tokens'] });
  const role = strongestRole(me) ?? 'viewer';
  const { error } = result;
  if (error instanceof ApiProblem && error.problem.code === 'unknown-route') return <NoStore />;
  return (
    <>
      <p className={styles.note}>
        A token lets a script use the API as you, with your role or a weaker one, until its last day. Send it
        as <code>Authorization: Bearer</code>. What you may no longer do, it may not do either.
      </p>
      <Answered name="The list of tokens" result={result}>
        {({ tokens }) => {
          const own = tokens.filter(({ person }) => person.id === me.user?.id);
          const others = tokens.filter(({ person }) => person.id !== me.user?.id);
          return (
            <>
              {created !== null ? (
                <NewSecret created={created} onDone={() => setCreated(null)} />
              ) : !isAtLeast(role, 'member') ? (
                <p className={styles.note}>
                  Creating one takes the role of a member: ask {me.contact ?? 'whoever runs Loopdesk'} if you
                  need it.
                </p>
              ) : (
                <TokenForm
                  role={role}
                  onCreated={(token) => {
                    setCreated(token);
                    void readAgain();
                  }}
                />
              )}
              <h2 className={styles.heading}>Your tokens</h2>
              {own.length === 0 ? (
                <p className={styles.note}>You have none.</p>
              ) : (
                <TokenTable label="Your tokens" tokens={own} onRevoke={setRevoking} />
              )}
              {others.length > 0 && (
                <>
                  <h2 className={styles.heading}>Other people’s tokens</h2>
                  <TokenTable
                    label="Other people’s tokens"
                    tokens={others}
                    showsPerson
                    onRevoke={setRevoking}
                  />
                </>
              )}
            </>
          );
        }}
      </Answered>
      {revoking !== null && (
        <ConfirmDialog
          title="Revoke API token"
          action="Revoke"
          run={async () => {
            await revokeToken(revoking.id);
            if (created?.id === revoking.id) setCreated(null);
            await readAgain();
          }}
          onClose={() => setRevoking(null)}
        >
          <p>
            Whatever uses <bdi>{revoking.name}</bdi> is refused from now on. This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function NoStore() {
  return (
    <Panel icon={KeyRound} title="This Loopdesk has no API tokens">
      <p>
        They would end with its process, as it keeps nothing (<code>STORE=memory</code>). Whoever runs it can
        give it a store.
      </p>
    </Panel>
  );
}
