import type { Person, Segment, Ticket } from '../../contract/index.ts';
import { fold, splitWords } from './fold.ts';

/** The tokens of many tickets, in the order in which they were read. */
export interface TokenLists {
  /** Every distinct token; its place is its code. */
  readonly tokens: readonly string[];
  /** The codes of the first ticket's tokens, each once, then the second's and so on. */
  readonly codes: Uint32Array;
  /** Where the codes of each ticket end. */
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
    this.addText(ticket.description);
    this.addText(ticket.customerName);
    this.addText(ticket.customerEmail);
    this.addPerson(ticket.assignedUser);
    this.addSegment(ticket.originSegment);
    this.addSegment(ticket.currentSegment);
    this.ends[this.position++] = this.length;
  }

  lists(): TokenLists {
    const tokens = [...this.codeOfFolded.keys()];
    return { tokens, codes: this.codes.subarray(0, this.length), ends: this.ends };
  }

  private addPerson(person: Person | null): void {
    this.addShared(person?.name ?? null);
    this.addShared(person?.email ?? null);
  }

  private addSegment(segment: Segment | null): void {
    this.addShared(segment?.name ?? null);
    this.addShared(segment?.code ?? null);
  }

  private addText(text: string | null): void {
    if (text === null) return;
    for (const word of splitWords(text)) this.addCode(this.codeOf(word));
  }

  private addShared(text: string | null): void {
    if (text === null) return;
    let codes = this.codesOfShared.get(text);
    if (codes === undefined) {
      codes = splitWords(text).map((word) => this.codeOf(word));
      this.codesOfShared.set(text, codes);
    }
    for (const code of codes) this.addCode(code);
  }

  private codeOf(written: string): number {
    const known = this.codeOfWritten.get(written);
    if (known !== undefined) return known;
    const folded = fold(written);
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
