import { MAX_DEPTH, MAX_VALUES_PER_RECORD, maxRecords } from './limits.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_LIST = 0x5b;
const CLOSING_LIST = 0x5d;
const OPENING_OBJECT = 0x7b;
const CLOSING_OBJECT = 0x7d;

/** Measures JSON while its bytes come in, so that what cannot be a page is refused before anybody parses it. */
export interface PageGauge {
  /** Takes the next bytes; false as soon as there are too many values in all, or one lies too deep. */
  fits(bytes: Uint8Array): boolean;
}

/**
 * A gauge for a page of so many records. It counts commas and opening brackets outside of texts: what parsing costs
 * beyond the length of the body is the number of values, and each stands behind one of them.
 */
export function createPageGauge(perPage: number): PageGauge {
  const mostValues = maxRecords(perPage) * MAX_VALUES_PER_RECORD;
  let values = 0;
  let depth = 0;
  let inText = false;
  /** Whether the bytes so far end in a text, with a backslash that escapes the next one. */
  let escaped = false;

  /** The end of the text that `from` lies in; beyond the bytes when it goes on. */
  function skipText(bytes: Uint8Array, from: number): number {
    let at = escaped ? from + 1 : from;
    escaped = false;
    for (;;) {
      const quote = bytes.indexOf(QUOTE, at);
      const end = quote === -1 ? bytes.length : quote;
      escaped = isEscaped(bytes, at, end);
      if (quote === -1) return end;
      if (!escaped) {
        inText = false;
        return quote + 1;
      }
      escaped = false;
      at = quote + 1;
    }
  }

  function count(byte: number): void {
    if (byte === QUOTE) inText = true;
    else if (byte === COMMA) values++;
    else if (byte === OPENING_LIST || byte === OPENING_OBJECT) {
      values++;
      depth++;
    } else if (byte === CLOSING_LIST || byte === CLOSING_OBJECT) depth--;
  }

  return {
    fits(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (inText) {
          at = skipText(bytes, at);
          continue;
        }
        count(bytes[at++] as number);
        if (values > mostValues || depth > MAX_DEPTH) return false;
      }
      return true;
    },
  };
}

/** Whether an odd number of backslashes stands before `end`, none of them before `start`. */
function isEscaped(bytes: Uint8Array, start: number, end: number): boolean {
  let at = end;
  while (at > start && bytes[at - 1] === BACKSLASH) at--;
  return (end - at) % 2 === 1;
}
