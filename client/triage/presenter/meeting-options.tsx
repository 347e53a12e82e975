import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { changeSettings, useSettings } from '../../settings/settings.ts';
import { SETTINGS } from '../../settings/settings-table.ts';
import { AnchoredPopup } from '../../ui/anchored-popup.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './meeting-options.module.css';

interface MeetingOptionsProps {
  /** Whether it is shown for how long a ticket has been up. */
  readonly timer: boolean;
  readonly onClock: () => void;
}

/** The pace of a meeting: whether a verdict goes on, and the time for a ticket. */
export function MeetingOptions({ timer, onClock }: MeetingOptionsProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { autoAdvance, timebox } = useSettings();
  return (
    <>
      <IconButton
        ref={button}
        label="Pace of the meeting"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal aria-hidden />
      </IconButton>
      {open && (
        <AnchoredPopup anchor={button} align="end" title="Pace of the meeting" onClose={() => setOpen(false)}>
          <div className={styles.options}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={autoAdvance}
                onChange={({ target }) => changeSettings({ autoAdvance: target.checked })}
              />
              {SETTINGS.autoAdvance.field?.title}
            </label>
            <label className={styles.check}>
              <input type="checkbox" checked={timer} onChange={onClock} />
              <span>
                Show how long a ticket has been up <kbd>t</kbd>
              </span>
            </label>
            <div className={styles.choice}>
              <label htmlFor="meeting-timebox">{SETTINGS.timebox.field.title}</label>
              <Select
                id="meeting-timebox"
                value={timebox}
                onChange={({ target: { value } }) => {
                  const chosen = SETTINGS.timebox.check(value);
                  if (chosen !== undefined) changeSettings({ timebox: chosen });
                }}
              >
                {SETTINGS.timebox.choices.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            </div>
          </div>
        </AnchoredPopup>
      )}
    </>
  );
}
