import type { RefObject } from 'react';
import { useCalendar } from '../../address/api-query.ts';
import { serverNow } from '../../clock/server-clock.ts';
import { DayField } from '../../filters/dates/day-field.tsx';
import { formatZone } from '../../format/dates.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './period-bar.module.css';
import { presetsOf } from './periods.ts';
import { type PeriodProps, toOptions } from './trends-params.ts';

interface PeriodPopoverProps extends PeriodProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The periods that are offered, and two days of one's own. Each choice applies at once. */
export function PeriodPopover({ anchor, params, onChange, onClose }: PeriodPopoverProps) {
  const calendar = useCalendar();
  const { from, to } = toOptions(params, calendar);
  const isReversed = from !== null && to !== null && from > to;
  return (
    <AnchoredPopup anchor={anchor} align="start" title="Period" onClose={onClose}>
      <div className={styles.popover}>
        <div className={styles.presets}>
          {presetsOf(params.span).map((preset) => (
            <Button
              key={preset.label}
              variant="plain"
              aria-pressed={params.to === null && params.from === preset.from}
              onClick={() => {
                onChange({ ...params, from: preset.from, to: null });
                onClose();
              }}
            >
              {preset.label}
            </Button>
          ))}
        </div>
        <div className={styles.days}>
          <DayField
            label="From"
            day={from}
            isWrong={isReversed}
            onChange={(day) => onChange({ ...params, from: day })}
          />
          <DayField
            label="To, that day included"
            day={to}
            isWrong={isReversed}
            onChange={(day) => onChange({ ...params, to: day })}
          />
        </div>
        {isReversed && (
          <p role="alert" className={styles.wrong}>
            This period ends before it begins.
          </p>
        )}
        <p className={styles.note}>
          Widened to whole {params.span}s, in {calendar.zone} ({formatZone(calendar.zone, serverNow())}).
          {params.span === 'week' && ' Weeks begin on Monday.'}
        </p>
      </div>
    </AnchoredPopup>
  );
}
