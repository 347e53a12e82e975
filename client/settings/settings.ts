import * as z from 'zod/mini';
import { COLUMNS, isZone } from '../../contract/index.ts';
import { createPersistedValue, usePersistedValue } from '../storage/persisted-value.ts';

const columnTermSchema = z.object({
  column: z.enum(COLUMNS),
  width: z.nullable(z.number()),
  pinned: z.boolean(),
});

/** Lenient in each part: a setting that a newer version wrote costs that setting alone. */
const settingsSchema = z.object({
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  density: z.catch(z.enum(['comfortable', 'compact']), 'comfortable'),
  /** `browser`, or an IANA time zone. */
  zone: z.catch(z.string().check(z.refine((name) => name === 'browser' || isZone(name))), 'browser'),
  /** Whether customers' names and e-mails are hidden, as for a shared screen. */
  masked: z.catch(z.boolean(), false),
  /** Whether single keys do something. */
  keys: z.catch(z.boolean(), true),
  /** Whether the list goes on to newer data by itself, as a wall screen wants it. */
  following: z.catch(z.boolean(), false),
  /** Whether the grid and the chart stand over the list; null until the reader has decided. */
  overview: z.catch(z.nullable(z.boolean()), null),
  /** Whether the filters stand beside the list. */
  filters: z.catch(z.boolean(), true),
  /** The columns that the reader has arranged last; null for the usual ones. */
  columns: z.catch(z.nullable(z.array(columnTermSchema)), null),
});

export type Settings = z.infer<typeof settingsSchema>;

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

/** How this browser's reader wants the screens; public/theme.js reads it before the first paint. */
const shelf = createPersistedValue('settings', settingsSchema, DEFAULT_SETTINGS);

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
