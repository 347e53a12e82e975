import type { Identity } from '../identity.ts';
import { type SignIn, SignInError } from '../sign-in.ts';
import type { Audit } from './audit.ts';

/** Failures that say something of a person or of the provider; the others anybody can cause at will. */
const AUDITED = new Set(['refused', 'invalid', 'groups-left-out', 'store-away']);

/** A sign-in that writes down who has come and gone. */
export function auditedSignIn(signIn: SignIn, audit: Pick<Audit, 'record'>): SignIn {
  return {
    ...signIn,
    async finish(callback) {
      try {
        const finished = await signIn.finish(callback);
        audit.record({ who: whoIs(finished.person), action: 'sign-in', workspace: null, detail: {} });
        return finished;
      } catch (error) {
        if (error instanceof SignInError && AUDITED.has(error.failure)) {
          const { failure } = error;
          audit.record({ who: null, action: 'sign-in-failed', workspace: null, detail: { failure } });
        }
        throw error;
      }
    },
    async signOut(session) {
      const signedOut = await signIn.signOut(session);
      const { person } = signedOut;
      if (person !== null) {
        audit.record({ who: whoIs(person), action: 'sign-out', workspace: null, detail: {} });
      }
      return signedOut;
    },
    async acceptLogout(token) {
      const isAccepted = await signIn.acceptLogout(token);
      if (isAccepted) {
        audit.record({ who: null, action: 'logout-by-provider', workspace: null, detail: {} });
      }
      return isAccepted;
    },
  };
}

/** A person as the audit log names them. */
function whoIs({ id, name, email }: Identity): { readonly id: string; readonly name: string } {
  return { id, name: email ?? name };
}
