import { CircleCheck } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Progress } from '../../../contract/meeting/index.ts';
import { Button } from '../../ui/button.tsx';
import { doneLabel, undecidedLabel } from '../model/progress-label.ts';
import styles from './end-band.module.css';

interface EndBandProps {
  readonly progress: Progress;
  /** Changes when the last verdict is given: the button then gets the focus. */
  readonly finished: number;
  /** Gets the focus back when a verdict is taken back. */
  readonly card: RefObject<HTMLElement | null>;
  readonly onEnd: () => void;
}

/** The end of a meeting whose tickets all have their verdict, and the way to its minutes. */
export function EndBand({ progress, finished, card, onEnd }: EndBandProps) {
  const end = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (finished > 0) end.current?.focus({ preventScroll: true });
  }, [finished]);
  useLayoutEffect(() => {
    const button = end.current;
    return () => {
      if (button !== null && button === document.activeElement) card.current?.focus({ preventScroll: true });
    };
  }, [card]);
  const undecided = undecidedLabel(progress);
  return (
    <section className={styles.band} aria-label="End of the meeting">
      <CircleCheck aria-hidden />
      <p>
        <strong>{doneLabel(progress)}</strong>
        {undecided !== '' && <span>{undecided}</span>}
      </p>
      <Button ref={end} variant="primary" onClick={onEnd}>
        End the meeting <kbd aria-hidden>Enter</kbd>
      </Button>
    </section>
  );
}
