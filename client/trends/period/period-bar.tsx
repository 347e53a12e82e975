import { CalendarRange } from 'lucide-react';
import { useRef, useState } from 'react';
import { TREND_SPANS } from '../../../contract/index.ts';
import { useZone } from '../../settings/settings.ts';
import { Button } from '../../ui/button.tsx';
import { PrintedOnly } from '../../ui/printed-only.tsx';
import styles from './period-bar.module.css';
import { PeriodPopover } from './period-popover.tsx';
import { periodLabel, SPAN_TITLES } from './periods.ts';
import { type PeriodProps, withSpan } from './trends-params.ts';

/** The switch of the span and the choice of the period. */
export function PeriodBar({ params, onChange }: PeriodProps) {
  const zone = useZone();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = periodLabel(params, zone);
  return (
    <div className={styles.bar}>
      <PrintedOnly>
        {label}, by {params.span}
      </PrintedOnly>
      <fieldset className={styles.spans} aria-label="Counted by" data-pressed-only>
        {TREND_SPANS.map((span) => (
          <button
            key={span}
            type="button"
            className={styles.span}
            aria-pressed={span === params.span}
            onClick={() => onChange(withSpan(params, span))}
          >
            {SPAN_TITLES[span]}
          </button>
        ))}
      </fieldset>
      <Button
        ref={button}
        title="Period"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <CalendarRange aria-hidden />
        <span>{label}</span>
      </Button>
      {isOpen && (
        <PeriodPopover anchor={button} params={params} onChange={onChange} onClose={() => setIsOpen(false)} />
      )}
    </div>
  );
}
