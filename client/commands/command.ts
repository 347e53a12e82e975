/** Groups of commands in the help and in the palette, in order. */
export const COMMAND_GROUPS = ['Go to', 'Move', 'Ticket', 'Meeting', 'List', 'Show', 'Settings'] as const;

/** An action of the reader, by a key and by its name in the palette. */
export interface Command {
  /** Identifies the command; the one registered last takes the keys that several want. */
  readonly id: string;
  /** Imperative name: `Next ticket`. */
  readonly label: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /**
   * Keys to press one after another, as `KeyboardEvent.key` names them: `j`, `g o`. `mod+` before one is Ctrl,
   * on a Mac ⌘. Null for a command without keys.
   */
  readonly keys: string | null;
  /** Whether its keys work also within an open ticket that covers the list; false when left out. */
  readonly isOfOpenTicket?: boolean;
  readonly run: () => void;
}

/** Whether this machine's people press ⌘ where others press Ctrl. */
export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** The keys as they stand on the keyboard, one text a key to press: `['g', 'o']`, `['⌘ K']`. */
export function keyCaps(keys: string): string[] {
  return keys.split(' ').map((key) => {
    const [modifier, plain] = key.startsWith('mod+') ? [isMac() ? '⌘ ' : 'Ctrl ', key.slice(4)] : ['', key];
    return `${modifier}${NAMES[plain] ?? (modifier ? plain.toUpperCase() : plain)}`;
  });
}

const NAMES: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
