import { TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { type Calendar, endOf, startOf } from '../../../contract/index.ts';
import { useServerNow } from '../../clock/use-server-now.ts';
import { formatZone } from '../../format/dates.ts';
import { useZone } from '../../settings/settings.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { Button } from '../../ui/button.tsx';
import { useListState } from '../../workspace/workspace-context.ts';
import { DATE_PRESETS } from '../date-presets.ts';
import { dayOfFrom, dayOfTo, fromDay, toDay } from '../issue-days.ts';
import styles from './date-range-popover.module.css';
import { DayField } from './day-field.tsx';

/** Interval between checks for a new day, in milliseconds. */
const CHECK_INTERVAL = 20_000;

interface DateRangePopoverProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The presets and two days. Each choice applies at once; Escape or a click elsewhere closes. */
export function DateRangePopover({ anchor, onClose }: DateRangePopoverProps) {
  const listState = useListState();
  const zone = useZone();
  const calendar: Calendar = { now: useServerNow(CHECK_INTERVAL), zone };
  const { issuedFrom, issuedTo } = listState.query;
  const isImpossible =
    issuedFrom !== null && issuedTo !== null && startOf(issuedFrom, calendar) >= endOf(issuedTo, calendar);
  return (
    <AnchoredPopup anchor={anchor} align="start" title="Issued" onClose={onClose}>
      <div className={styles.body}>
        <div className={styles.presets}>
          {DATE_PRESETS.map(({ label, range }) => (
            <Button
              key={label}
              variant="plain"
              className={styles.preset ?? ''}
              aria-pressed={range.issuedFrom === issuedFrom && range.issuedTo === issuedTo}
              onClick={() => {
                listState.updateQuery(range);
                onClose();
              }}
            >
              {label}
            </Button>
          ))}
        </div>
        <div className={styles.days}>
          <DayField
            label="From"
            day={issuedFrom === null ? null : dayOfFrom(issuedFrom, calendar)}
            isWrong={isImpossible}
            onChange={(day) =>
              listState.updateQuery({ issuedFrom: day === null ? null : fromDay(day, zone) })
            }
          />
          <DayField
            label="To, that day included"
            day={issuedTo === null ? null : dayOfTo(issuedTo, calendar)}
            isWrong={isImpossible}
            onChange={(day) => listState.updateQuery({ issuedTo: day === null ? null : toDay(day, zone) })}
          />
        </div>
        {isImpossible && (
          <p role="alert" className={styles.wrong}>
            <TriangleAlert aria-hidden />
            This range ends before it begins: no ticket can be in it.
          </p>
        )}
        <p className={styles.note}>
          Days begin and end in {zone} ({formatZone(zone, calendar.now)}).
        </p>
      </div>
    </AnchoredPopup>
  );
}
