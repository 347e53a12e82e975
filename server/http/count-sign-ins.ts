import { Counter, type Registry } from 'prom-client';
import { SIGN_IN_FAILURES, type SignIn, SignInError } from '../access/sign-in.ts';

/** Counts the sign-ins of what it is given, by how they ended. */
export function countSignIns(registry: Registry): (signIn: SignIn) => SignIn {
  const counter = new Counter({
    name: 'loopdesk_sign_ins_total',
    help: 'Sign-ins, by how they ended.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const counted = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof SignInError) counter.inc({ outcome: error.failure });
      throw error;
    }
  };
  return (signIn) => {
    // A first failure is an increase only where there was a zero before it.
    for (const outcome of ['ok', ...SIGN_IN_FAILURES]) counter.inc({ outcome }, 0);
    return {
      ...signIn,
      begin: (to) => counted(signIn.begin(to)),
      async finish(callback) {
        const finished = await counted(signIn.finish(callback));
        counter.inc({ outcome: 'ok' });
        return finished;
      },
    };
  };
}
