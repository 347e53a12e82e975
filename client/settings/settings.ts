import { createPersistedValue, usePersistedValue } from '../storage/persisted-value.ts';
import { type FirstStep, SETTINGS, type Settings } from './settings-table.ts';
import { initialSettings, storedSettings } from './stored-settings.ts';

export const DEFAULT_SETTINGS: Settings = initialSettings(SETTINGS);

/** The reader's settings in this browser. */
const stored = createPersistedValue('settings', storedSettings(SETTINGS), DEFAULT_SETTINGS);

/** The settings, live. */
export function useSettings(): Settings {
  return usePersistedValue(stored);
}

/** Changes some of the settings. */
export function changeSettings(change: Partial<Settings>): void {
  // A browser that keeps nothing still has them for as long as the page is open.
  void stored.update((settings) => ({ ...settings, ...change }));
}

/** Notes that a step has been done, by whatever way. */
export function noteFirstStep(step: FirstStep): void {
  if (stored.read().stepsDone.includes(step)) return;
  void stored.update((settings) => ({
    ...settings,
    stepsDone: [...settings.stepsDone.filter((done) => done !== step), step],
  }));
}

/** Notes that the key of a command is told. @returns false when it has been before */
export function noteHint(command: string): boolean {
  if (stored.read().hinted.includes(command)) return false;
  void stored.update((settings) => ({
    ...settings,
    hinted: [...settings.hinted.filter((hinted) => hinted !== command), command],
  }));
  return true;
}

/** The IANA name of the time zone in which instants are shown and days begin. */
export function useZone(): string {
  const { zone } = useSettings();
  return zone === 'browser' ? browserZone() : zone;
}

/** The browser's own time zone, read once a minute: reading it is slow, and every instant needs it. */
export function browserZone(): string {
  if (performance.now() - own.readAt > ZONE_MAX_AGE) {
    own = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, readAt: performance.now() };
  }
  return own.zone;
}

/** Milliseconds. A laptop travels. */
const ZONE_MAX_AGE = 60_000;

let own = { zone: 'UTC', readAt: Number.NEGATIVE_INFINITY };
