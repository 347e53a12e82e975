import { ChevronDown, Circle, CircleCheck, X } from 'lucide-react';
import { useId, useState } from 'react';
import { changeSettings, useSettings } from '../../settings/settings.ts';
import { FIRST_STEPS } from '../../settings/settings-table.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useFiltersOpen } from '../filters-open.ts';
import styles from './first-steps.module.css';
import { STEP_LABELS, showStep } from './steps.ts';
import { useNoteSteps } from './use-note-steps.ts';

/** Screens with room for all of the card below the filters. */
const ROOMY = '(min-width: 821px) and (min-height: 800px)';

/** Screens without keys, and so without the step that is about them. */
const FINGERS = '(pointer: coarse)';

interface FirstStepsProps {
  /** Below the filters, or at the end of a screen without them. */
  readonly place: 'filters' | 'screen';
}

/** Steps for who is new, each with a way there; a line where there is little room, which opens. */
export function FirstSteps({ place }: FirstStepsProps) {
  useNoteSteps();
  const { stepsDone, keys } = useSettings();
  const filters = useFiltersOpen();
  const isRoomy = useMediaQuery(ROOMY) && place === 'filters';
  const [chosen, setChosen] = useState<boolean | null>(null);
  const id = useId();
  const isOpen = chosen ?? isRoomy;
  const isTouch = useMediaQuery(FINGERS);
  const steps = FIRST_STEPS.filter((step) => step !== 'step' || !isTouch);
  const done = steps.filter((step) => stepsDone.includes(step)).length;
  return (
    <section className={styles.card} data-place={place} aria-label="First steps">
      <div className={styles.head}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          onClick={() => setChosen(!isOpen)}
        >
          <ChevronDown aria-hidden />
          First steps
          <span className={styles.done}>
            {done === steps.length ? 'all done' : `${done} of ${steps.length}`}
          </span>
        </button>
        <IconButton
          label="Put the first steps away"
          title="Put away for good. The help (?) has them."
          onClick={() => changeSettings({ firstSteps: false })}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      {isOpen && (
        <ol className={styles.steps}>
          {steps.map((step) => {
            const isDone = stepsDone.includes(step);
            const Mark = isDone ? CircleCheck : Circle;
            return (
              <li key={step} className={styles.step} data-done={isDone}>
                <Mark aria-hidden />
                <span id={`${id}-${step}`}>
                  {STEP_LABELS[step]}
                  {isDone && <VisuallyHidden>: done</VisuallyHidden>}
                </span>
                {!isDone && (
                  <Button
                    variant="plain"
                    className={styles.show}
                    aria-describedby={`${id}-${step}`}
                    onClick={() =>
                      showStep(step, {
                        openFilters: () => filters.open || filters.toggle(),
                        hasKeys: keys,
                      })
                    }
                  >
                    Show me
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
