import { expect, test, vi } from 'vitest';
import { type SignIn, SignInError, type SignInFailure } from '../sign-in.ts';
import { auditedSignIn } from './audited-sign-in.ts';

const PERSON = { id: 'oidc:anna', name: 'Anna', email: 'anna@example.com', userName: null, groups: [] };

function signIn(failure: SignInFailure | null): SignIn {
  return {
    attemptSeconds: 1,
    sessionSeconds: 1,
    begin: () => Promise.reject(new Error('not asked for')),
    finish: async () => {
      if (failure !== null) throw new SignInError(failure, '/');
      return { location: '/', session: 's', person: PERSON };
    },
    signOut: async (session) => ({ location: '/', person: session === 's' ? PERSON : null }),
    acceptLogout: async (token) => token === 'good',
  };
}

test('who comes and goes is told', async () => {
  const record = vi.fn();
  const audited = auditedSignIn(signIn(null), { record });
  const callback = { search: '', attempt: null, session: null };
  expect(await audited.finish(callback)).toMatchObject({ session: 's' });
  await audited.signOut('s');
  await audited.signOut('nobody’s');
  expect(await audited.acceptLogout('good')).toBe(true);
  expect(await audited.acceptLogout('bad')).toBe(false);
  const who = { id: 'oidc:anna', name: 'anna@example.com' };
  const rest = { workspace: null, detail: {} };
  expect(record.mock.calls.flat()).toEqual([
    { who, action: 'sign-in', ...rest },
    { who, action: 'sign-out', ...rest },
    { who: null, action: 'logout-by-provider', ...rest },
  ]);
});

test.each([
  ['refused', 1],
  ['invalid', 1],
  ['groups-left-out', 1],
  ['store-away', 1],
  ['stale', 0],
  ['provider-away', 0],
] as const)('a sign-in that is %s makes %i entries', async (failure, count) => {
  const record = vi.fn();
  const callback = { search: '', attempt: null, session: null };
  await expect(auditedSignIn(signIn(failure), { record }).finish(callback)).rejects.toThrow(SignInError);
  expect(record).toHaveBeenCalledTimes(count);
});
