import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { useId, useMemo } from 'react';
import { formatMoment, formatZone } from '../format/dates.ts';
import { useNow } from '../ui/use-now.ts';
import { changeSettings, useSettings, useZone } from './settings.ts';
import { type ZoneChoice, zoneChoices, zoneLabel } from './time-zones.ts';
import styles from './zone-field.module.css';

/** How often the clock beside the zone is put right, in milliseconds. */
const RENEW = 10_000;

/** Any time zone, found by typing a part of its name. */
export function ZoneField() {
  const { zone: chosen } = useSettings();
  const zone = useZone();
  const now = useNow(RENEW);
  const id = useId();
  const choices = useMemo(zoneChoices, []);
  const value = choices.find((choice) => choice.value === chosen) ?? {
    value: chosen,
    label: zoneLabel(chosen),
  };
  const clock = formatMoment(new Date(now).toISOString(), now, zone);
  return (
    <Combobox.Root<ZoneChoice>
      items={choices}
      value={value}
      isItemEqualToValue={(one, other) => one.value === other.value}
      autoHighlight
      onValueChange={(choice) => choice !== null && changeSettings({ zone: choice.value })}
    >
      <div className={styles.field}>
        <label htmlFor={id}>Show times and begin days in</label>
        <div className={styles.box}>
          <Combobox.Input
            id={id}
            className={styles.input}
            aria-describedby={`${id}-now`}
            spellCheck={false}
          />
          <Combobox.Trigger className={styles.trigger} aria-label="All time zones">
            <ChevronDown aria-hidden />
          </Combobox.Trigger>
        </div>
        <p id={`${id}-now`} className={styles.now}>
          It is {clock} there now ({formatZone(zone, now)}).
        </p>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.layer} sideOffset={4}>
          <Combobox.Popup className={styles.popup} aria-label="Time zones">
            <Combobox.Empty>
              <div className={styles.none}>This browser knows no such time zone.</div>
            </Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(choice: ZoneChoice) => (
                <Combobox.Item key={choice.value} value={choice} className={styles.choice}>
                  {choice.label}
                  <Combobox.ItemIndicator className={styles.chosen}>
                    <Check aria-hidden />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
