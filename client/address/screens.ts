interface ScreenEntry {
  readonly title: string;
  /** The keys that lead to it. */
  readonly keys: string;
  /** Former name in addresses: links outlive names. */
  readonly formerly?: string;
  /** The keys of its address besides those of the query. */
  readonly params?: readonly string[];
}

/** The screens of a workspace, as its addresses name them, in the order of their tabs. */
export const SCREENS = {
  tickets: { title: 'Tickets', keys: 'g l' },
  people: { title: 'People', keys: 'g p' },
  handoffs: { title: 'Handoffs', keys: 'g h', formerly: 'movement' },
  trends: { title: 'Trends', keys: 'g t', params: ['span', 'from', 'to', 'by'] },
  triage: { title: 'Triage', keys: 'g r' },
} as const satisfies Readonly<Record<string, ScreenEntry>>;

export type Screen = keyof typeof SCREENS;

/** The names of all screens, in the order of their tabs. */
export const SCREEN_NAMES = Object.keys(SCREENS) as readonly Screen[];

/** The screen that an address names, by its name of now or an earlier one; undefined for none. */
export function findScreen(name: string | undefined): Screen | undefined {
  const entries: Readonly<Record<Screen, ScreenEntry>> = SCREENS;
  return SCREEN_NAMES.find((known) => known === name || (name && entries[known].formerly === name));
}

/** The pairs of a search that say how a screen shows its tickets, rather than which. */
export function screenParams(screen: Screen, search: string): readonly (readonly [string, string])[] {
  const { params = [] }: ScreenEntry = SCREENS[screen];
  return params.length === 0 ? [] : [...new URLSearchParams(search)].filter(([key]) => params.includes(key));
}
