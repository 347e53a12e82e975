import { fold, splitWords, type Ticket } from '../../contract/index.ts';
import { searchedTexts, sharedTexts } from './searched-texts.ts';

/** The tokens of many tickets, in the order in which they were read. */
export interface TokenLists {
  /** Every distinct token; its place is its code. */
  readonly tokens: readonly string[];
  /** The codes of the first ticket's tokens, each once, then the second's and so on. */
  readonly codes: Uint32Array;
  /** The ends of the codes of each ticket. */
  readonly ends: Uint32Array;
}

/** Takes the searched texts of tickets apart into tokens: what stands between white space, folded. */
export class TokenReader {
  /** Tokens as written, to fold each once, however often it occurs. */
  private readonly codeOfWritten = new Map<string, number>();
  private readonly codeOfFolded = new Map<string, number>();
  /** Texts that many tickets share: people and segments. */
  private readonly codesOfShared = new Map<string, readonly number[]>();
  /** For every token the ticket that had it last, to list it once a ticket. */
  private readonly seenIn: number[] = [];
  private codes = new Uint32Array(1_024);
  private length = 0;
  private readonly ends: Uint32Array;
  private position = 0;

  constructor(tickets: number) {
    this.ends = new Uint32Array(tickets);
  }

  /** Reads the next ticket. */
  read(ticket: Ticket): void {
    for (const text of searchedTexts(ticket)) this.addText(text);
    for (const text of sharedTexts(ticket)) this.addShared(text);
    this.ends[this.position++] = this.length;
  }

  lists(): TokenLists {
    const tokens = [...this.codeOfFolded.keys()];
    return { tokens, codes: this.codes.subarray(0, this.length), ends: this.ends };
  }

  private addText(text: string | null): void {
    for (const code of this.codesOf(text ?? '')) this.addCode(code);
  }

  private addShared(text: string | null): void {
    if (text === null) return;
    const codes = this.codesOfShared.get(text) ?? [...this.codesOf(text)];
    this.codesOfShared.set(text, codes);
    for (const code of codes) this.addCode(code);
  }

  private *codesOf(text: string): Generator<number> {
    for (const word of splitWords(text)) {
      const code = this.codeOf(word);
      if (code !== null) yield code;
    }
  }

  /** Null for a word in which there is nothing to see. */
  private codeOf(written: string): number | null {
    const known = this.codeOfWritten.get(written);
    if (known !== undefined) return known;
    // A few characters are read as several words. As one token they hold each of them.
    const folded = fold(written).replace(/\s/g, '\u00a0');
    if (folded === '') return null;
    const code = this.codeOfFolded.get(folded) ?? this.codeOfFolded.size;
    this.codeOfFolded.set(folded, code);
    this.codeOfWritten.set(written, code);
    return code;
  }

  private addCode(code: number): void {
    if (this.seenIn[code] === this.position) return;
    this.seenIn[code] = this.position;
    if (this.length === this.codes.length) this.grow();
    this.codes[this.length++] = code;
  }

  private grow(): void {
    const larger = new Uint32Array(this.codes.length * 2);
    larger.set(this.codes);
    this.codes = larger;
  }
}
