import { useEffect, useState } from 'react';
import { currentCommands } from '../../commands/registry.ts';
import { noteHint } from '../../settings/settings.ts';
import { Announcement } from '../../ui/visually-hidden.tsx';
import styles from './click-hint.module.css';
import { findHint, type Hint } from './find-hint.ts';

/** Between two hints, in milliseconds. */
const PAUSE = 60_000;

/** Time that one stays, in milliseconds. */
const STAYS = 7_000;

/** Tells the shortcut after a click that has one, once for each and seldom. It takes no press, so it is in nobody's way. */
export function ClickHint() {
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    let nextAt = 0;
    let hiding: ReturnType<typeof setTimeout>;
    const listen = (event: MouseEvent) => {
      const now = performance.now();
      // Fingers have no keys beside them, and a button that was pressed by one is no click.
      if (!(event instanceof PointerEvent) || event.pointerType !== 'mouse' || now < nextAt) return;
      const found = event.target instanceof Element ? findHint(event.target, currentCommands()) : null;
      if (found === null || !noteHint(found.command)) return;
      nextAt = now + PAUSE;
      setHint(found);
      hiding = setTimeout(() => setHint(null), STAYS);
    };
    // After the click has done its work: what is drawn anew before it would take a tick back that it has made.
    document.addEventListener('click', listen);
    return () => {
      document.removeEventListener('click', listen);
      clearTimeout(hiding);
    };
  }, []);
  return (
    <>
      {hint !== null && (
        // Screen readers are told by the announcement.
        <p className={styles.hint} aria-hidden>
          Next time:{' '}
          {hint.caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}{' '}
          {hint.text}
        </p>
      )}
      <Announcement>{hint !== null && `Next time: ${hint.caps.join(' ')} ${hint.text}`}</Announcement>
    </>
  );
}
