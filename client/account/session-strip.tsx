import { LogIn } from 'lucide-react';
import styles from './session-strip.module.css';
import { SignInAgain } from './sign-in-again.tsx';

/** Says that the session has ended, below everything that stays on screen. */
export function SessionStrip() {
  return (
    <section className={styles.strip} role="alert" aria-label="Session">
      <LogIn aria-hidden className={styles.icon} />
      <p className={styles.words}>
        <strong>Your session has ended.</strong> What is on screen stays, and goes on once you have signed in.
      </p>
      <SignInAgain />
    </section>
  );
}
