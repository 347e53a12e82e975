import { Check, Copy } from 'lucide-react';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { copyText } from '../../ui/clipboard.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import styles from './copying.module.css';

/** The last copy in this drawer, or the refusal of it. */
interface Copied {
  readonly ticket: number;
  readonly name: string;
  readonly done: boolean;
}

interface Copying {
  readonly last: Copied | null;
  readonly copy: (name: string, text: string) => void;
  readonly forget: () => void;
}

const CopyingContext = createContext<Copying>({ last: null, copy: () => {}, forget: () => {} });

interface CopyingProviderProps {
  /** Whose parts are copied: what was copied of another one is no news. */
  readonly ticket: number;
  readonly children: ReactNode;
}

/** Lets the parts within copy, and says once for all of them what has come of it. */
export function CopyingProvider({ ticket, children }: CopyingProviderProps) {
  const [latest, setLast] = useState<Copied | null>(null);
  const last = latest?.ticket === ticket ? latest : null;
  const copying: Copying = useMemo(
    () => ({
      last,
      copy: (name, text) => copyText(text).then((done) => setLast({ ticket, name, done })),
      forget: () => setLast(null),
    }),
    [ticket, last],
  );
  return (
    <CopyingContext value={copying}>
      {children}
      <Announcement>{last !== null && sayCopied(last)}</Announcement>
    </CopyingContext>
  );
}

/** In words without the text itself: what is said aloud may not tell what is hidden. */
function sayCopied({ name, done }: Copied): string {
  return done ? `${name} copied` : 'The browser refused to copy';
}

/** For a control of its own look: what it has come to, and the way to copy. */
export function useCopying(name: string, text: string) {
  const { last, copy, forget } = use(CopyingContext);
  const mine = last?.name === name ? last : null;
  return { said: mine && sayCopied(mine), done: mine?.done ?? false, copy: () => copy(name, text), forget };
}

interface CopyButtonProps {
  /** Name of the text, as it is said afterwards: `E-mail`. */
  readonly name: string;
  readonly text: string;
  /** The text to copy when it says more than the one on screen. */
  readonly copied?: string;
  /** Text on hover. */
  readonly title?: string;
  readonly className?: string | undefined;
}

/** A text that a click copies. */
export function CopyButton({ name, text, copied = text, title = 'Copy', className }: CopyButtonProps) {
  const { said, done, copy, forget } = useCopying(name, copied);
  return (
    <button
      type="button"
      className={classes(styles.copy, className)}
      title={said ?? title}
      data-said={said !== null}
      onClick={copy}
      onBlur={forget}
    >
      <bdi className={styles.text}>{text}</bdi>
      <span className={styles.hint} aria-hidden>
        {done ? <Check /> : <Copy />}
        {said !== null && <span className={styles.said}>{done ? 'Copied' : said}</span>}
      </span>
    </button>
  );
}
