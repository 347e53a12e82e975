import { MailWarning } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import styles from './mail-problem.module.css';

interface MailProblemProps {
  readonly problem: string;
  readonly onOpen: () => void;
}

/** A line that says why the last mail has not gone out, and leads to its schedule. */
export function MailProblem({ problem, onOpen }: MailProblemProps) {
  return (
    <div className={styles.line}>
      <MailWarning aria-hidden />
      <p role="status">The Monday page by mail: {problem}</p>
      <Button onClick={onOpen}>Schedule…</Button>
    </div>
  );
}
