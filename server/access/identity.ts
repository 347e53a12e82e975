import { plainName } from '../../contract/index.ts';

/**
 * The form of a text without control characters and halves of characters. A database takes a text with one of the others, and
 * then fails whenever it looks into it.
 */
export const CLEAN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

/**
 * A text as it is compared where case makes no difference. The two letters that would become one of ASCII stay themselves: they
 * are another person's name, which only looks alike.
 */
export function foldCase(text: string): string {
  return text.replace(/[^\u0130\u212a]+/g, (part) => part.toLowerCase());
}

/**
 * The name to show of a person, without control characters: the first of those given that has something to read, else the last
 * as it is.
 */
export function shownName(...names: readonly (string | null)[]): string {
  return (
    names.map((name) => plainName((name ?? '').replace(/\p{Cc}/gu, ''))).find((name) => name !== '') ??
    names.at(-1) ??
    ''
  );
}

/** A person, as an identity provider or a proxy tells of them. */
export interface Identity {
  /** Stable and unique for that provider; never shown. */
  readonly id: string;
  readonly name: string;
  /** Null when there is none, or when nobody vouches for it. */
  readonly email: string | null;
  /** The name that a proxy signs people in by; null where there is none. */
  readonly userName: string | null;
  readonly groups: readonly string[];
  /** Whether the provider has kept back groups that some grant asks for, as there are too many; false when left out. */
  readonly groupsLeftOut?: boolean;
}
