import { COLUMNS, type ColumnTerm, isZone } from '../../contract/index.ts';
import {
  type Check,
  eachOrElse,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  text,
} from '../storage/checks.ts';
import { createPersistedValue, usePersistedValue } from '../storage/persisted-value.ts';

export interface Settings {
  readonly theme: (typeof THEMES)[number];
  readonly density: (typeof DENSITIES)[number];
  /** `browser`, or an IANA time zone. */
  readonly zone: string;
  /** Whether customers' names and e-mails are hidden, as for a shared screen. */
  readonly masked: boolean;
  /** Whether single keys do something. */
  readonly keys: boolean;
  /** Whether the list goes on to newer data by itself, as a wall screen wants it. */
  readonly following: boolean;
  /** Whether the grid and the chart stand over the list; null until the reader has decided. */
  readonly overview: boolean | null;
  /** Whether the filters stand beside the list. */
  readonly filters: boolean;
  /** The columns that the reader has arranged last; null for the usual ones. */
  readonly columns: readonly ColumnTerm[] | null;
}

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['comfortable', 'compact'] as const;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  zone: 'browser',
  masked: false,
  keys: true,
  following: false,
  overview: null,
  filters: true,
  columns: null,
};

const zone: Check<string> = (value) => {
  const name = text(value);
  return name === undefined || name === 'browser' || isZone(name) ? name : undefined;
};

const columnTerm = object<ColumnTerm>({ column: oneOf(COLUMNS), width: nullable(number), pinned: flag });

/** Lenient in each part: a setting that a newer version wrote costs that setting alone. */
const storedSettings = eachOrElse<Settings>(
  {
    theme: oneOf(THEMES),
    density: oneOf(DENSITIES),
    zone,
    masked: flag,
    keys: flag,
    following: flag,
    overview: nullable(flag),
    filters: flag,
    columns: nullable(list(columnTerm)),
  },
  DEFAULT_SETTINGS,
);

/** How this browser's reader wants the screens; public/theme.js reads it before the first paint. */
const shelf = createPersistedValue('settings', storedSettings, DEFAULT_SETTINGS);

/** The settings, live. */
export function useSettings(): Settings {
  return usePersistedValue(shelf);
}

/** The settings as they are now, for what is no component. */
export function currentSettings(): Settings {
  return shelf.read();
}

/** Changes some of the settings. */
export function changeSettings(change: Partial<Settings>): void {
  // A browser that keeps nothing still has them for as long as the page is open.
  void shelf.update((settings) => ({ ...settings, ...change }));
}

/** The IANA name of the time zone in which instants are shown and days begin. */
export function useZone(): string {
  const { zone } = useSettings();
  return zone === 'browser' ? browserZone() : zone;
}

/** The browser's own time zone. Asking for it is slow, and every instant on screen does: it is asked once a minute. */
export function browserZone(): string {
  if (performance.now() - own.askedAt > ASK_AGAIN) {
    own = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, askedAt: performance.now() };
  }
  return own.zone;
}

/** Milliseconds. A laptop travels. */
const ASK_AGAIN = 60_000;

let own = { zone: 'UTC', askedAt: Number.NEGATIVE_INFINITY };
