import { CircleQuestionMark } from 'lucide-react';
import { useRef, useState } from 'react';
import { lazyPart } from '../../ui/lazy-part.tsx';
import styles from '../search-box.module.css';

const QueryHelp = lazyPart(() => import('./query-help.tsx').then((it) => it.QueryHelp), {
  name: 'The help for the search',
  place: 'over',
});

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
      {open && <QueryHelp anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
