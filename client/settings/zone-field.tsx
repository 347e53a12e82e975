import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { type RefObject, useId, useMemo } from 'react';
import { useServerNow } from '../clock/use-server-now.ts';
import { formatMoment, formatZone } from '../format/dates.ts';
import { isComposing } from '../ui/composing.ts';
import { changeSettings, useSettings, useZone } from './settings.ts';
import { isCalled, type ZoneChoice, zoneChoices, zoneLabel } from './time-zones.ts';
import styles from './zone-field.module.css';

/** The interval at which the clock beside the zone is updated, in milliseconds. */
const RENEW = 10_000;

interface ZoneFieldProps {
  /** Also the input's own name: while its list is open, all around it is hidden from screen readers. */
  readonly label: string;
  /** The element in which the list of zones opens: the dialog, of which it is a part. */
  readonly container: RefObject<HTMLElement | null>;
}

/** Any time zone, found by typing a part of its name. */
export function ZoneField({ label, container }: ZoneFieldProps) {
  const { zone: chosen } = useSettings();
  const zone = useZone();
  const now = useServerNow(RENEW);
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
      filter={isCalled}
      onValueChange={(choice, details) => {
        if (choice !== null) changeSettings({ zone: choice.value });
        // Escape would empty the field; it closes the dialog instead.
        else if (details.reason === 'escape-key') details.allowPropagation();
      }}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{label}</label>
        <div className={styles.box}>
          <Combobox.Input
            id={id}
            aria-label={label}
            className={styles.input}
            aria-describedby={`${id}-now`}
            spellCheck={false}
            onKeyDown={(event) => isComposing(event.nativeEvent) && event.preventBaseUIHandler()}
          />
          <Combobox.Trigger className={styles.trigger} aria-label="All time zones">
            <ChevronDown aria-hidden />
          </Combobox.Trigger>
        </div>
        <p id={`${id}-now`} className={styles.now}>
          It is {clock} there now ({formatZone(zone, now)}).
        </p>
      </div>
      <Combobox.Portal container={container}>
        <Combobox.Positioner className={styles.layer} sideOffset={4}>
          <Combobox.Popup className={styles.popup}>
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
