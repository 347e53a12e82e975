/** One thing that the palette can do. */
export interface PaletteEntry {
  /** Told apart by it. */
  readonly id: string;
  /** The heading that it stands under. */
  readonly group: string;
  /** What it does, in words; what is typed is looked for in it. */
  readonly label: string;
  /** What stands behind it: a number of tickets, what a ticket is about. */
  readonly detail?: string;
  /** The keys that do the same, as they stand on the keyboard. */
  readonly caps?: readonly string[];
  /** Null for what only tells something. */
  readonly run: (() => void) | null;
}
