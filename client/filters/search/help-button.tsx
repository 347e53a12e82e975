import { CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import styles from '../search-box.module.css';

const TypedHelp = lazy(() => import('./typed-help.tsx').then((it) => ({ default: it.TypedHelp })));

/** Opens the words about what can be typed. */
export function HelpButton() {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.tool}
        aria-label="What you can type"
        title="What you can type"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <CircleQuestionMark aria-hidden />
      </button>
      {open && (
        <Suspense>
          <TypedHelp anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
