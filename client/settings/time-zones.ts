import { fold } from '../../contract/index.ts';
import { browserZone } from './settings.ts';

/** A time zone that can be chosen. */
export interface ZoneChoice {
  /** As the setting has it: `browser`, or an IANA name. */
  readonly value: string;
  /** As people read it: `America/New York`. */
  readonly label: string;
}

/** All time zones that this browser knows, the likely ones first. */
export function zoneChoices(): readonly ZoneChoice[] {
  const others = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
  return [
    { value: 'browser', label: `${zoneLabel(browserZone())}, as this browser` },
    { value: 'UTC', label: 'UTC' },
    ...others.map((name) => ({ value: name, label: zoneLabel(name) })),
  ];
}

/** Whether a zone's name has the letters that are typed. */
export function isCalled({ label }: ZoneChoice, typed: string): boolean {
  return fold(label).includes(fold(zoneLabel(typed.trim())));
}

/** `America/New York`: an IANA name as people read it. */
export function zoneLabel(zone: string): string {
  return zone.replaceAll('_', ' ');
}
