/** One thing that the palette can do. */
export interface PaletteEntry {
  /** Told apart by it. */
  readonly id: string;
  /** The heading that it stands under. */
  readonly group: string;
  /** Its action in words, in which typed words are looked for. */
  readonly label: string;
  /** Words after the label: a number of tickets, or a ticket’s subject. */
  readonly detail?: string;
  /** The keys that do the same, as they stand on the keyboard. */
  readonly caps?: readonly string[];
  /** Null for what only tells something. */
  readonly run: (() => void) | null;
}
