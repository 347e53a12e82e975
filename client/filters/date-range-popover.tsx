import { type RefObject, useId } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { AnchoredPopup } from '../ui/anchored-popup.tsx';
import { Button } from '../ui/button.tsx';
import { DATE_PRESETS } from './date-presets.ts';
import styles from './date-range.module.css';

interface DateRangePopoverProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The ready ranges and two fields. Each choice shows at once; Escape or a click elsewhere closes. */
export function DateRangePopover({ anchor, onClose }: DateRangePopoverProps) {
  const { view } = useDesk();
  const { issuedFrom, issuedTo } = view.query;
  return (
    <AnchoredPopup anchor={anchor} align="start" title="Issued" onClose={onClose}>
      <div className={styles.body}>
        <div className={styles.presets}>
          {DATE_PRESETS.map(({ label, range }) => {
            const { issuedFrom: from, issuedTo: to } = range;
            return (
              <Button
                key={label}
                look="plain"
                className={styles.preset ?? ''}
                aria-pressed={from === issuedFrom && to === issuedTo}
                onClick={() => {
                  view.ask(range);
                  onClose();
                }}
              >
                {label}
              </Button>
            );
          })}
        </div>
        <div className={styles.days}>
          <DayField label="From" value={issuedFrom} onChange={(day) => view.ask({ issuedFrom: day })} />
          <DayField
            label="To, that day included"
            value={issuedTo}
            onChange={(day) => view.ask({ issuedTo: day })}
          />
        </div>
        <p className={styles.note}>Days are counted in UTC.</p>
      </div>
    </AnchoredPopup>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value?.slice(0, 10) ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
