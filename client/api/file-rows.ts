import { Inflate } from 'fflate';

/** Takes the next bytes of a file; answers how many of its rows have come by now, besides the head. */
export type CountRows = (chunk: Uint8Array) => number;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts the rows of a CSV file as it comes in. A line break within quotes ends none. */
export function countCsvRows(): CountRows {
  let quoted = false;
  let lines = 0;
  return (chunk) => {
    for (const byte of chunk) {
      // A doubled quote leaves the quotes and enters them again.
      if (byte === QUOTE) quoted = !quoted;
      else if (byte === LINE_FEED && !quoted) lines++;
    }
    return Math.max(0, lines - 1);
  };
}

const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

/** The beginnings of the tags of a row and of a sheet's end, as numbers of four bytes. */
const ROW = 0x3c_72_6f_77;
const END = 0x3c_2f_73_68;

/**
 * Counts the rows of a workbook as it comes in: those of its first sheet, which are all but for more than a million
 * tickets. It has to be inflated for that, as no part of it says how much is to come.
 */
export function countWorkbookRows(): CountRows {
  let before: Uint8Array | null = new Uint8Array();
  let rows = 0;
  let isOver = false;
  let last = 0;
  const inflate = new Inflate((bytes) => {
    for (const byte of bytes) {
      last = (last << 8) | byte;
      if (last === ROW) rows++;
      else if (last === END) isOver = true;
    }
  });
  return (chunk) => {
    let sheet: Uint8Array | null = chunk;
    if (before !== null) {
      before = joined(before, chunk);
      sheet = sheetStart(before);
      if (sheet !== null) before = null;
    }
    if (sheet !== null && !isOver) inflate.push(sheet);
    return Math.max(0, rows - 1);
  };
}

/** The bytes from where the first sheet's content begins; null while that is not there. */
function sheetStart(bytes: Uint8Array): Uint8Array | null {
  const at = new TextDecoder('latin1').decode(bytes).indexOf(FIRST_SHEET);
  if (at < 2) return null;
  // The name stands at the end of a header, but for the extra field, whose length stands before it.
  const extra = (bytes[at - 2] ?? 0) | ((bytes[at - 1] ?? 0) << 8);
  return bytes.subarray(at + FIRST_SHEET.length + extra);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Size of the last record of a zip file without a comment, and its first four bytes as a number. */
const LAST_RECORD = { size: 22, signature: 0x06054b50 };

/** Whether the bytes of a zip file are all there: its last record tells how many go before it. */
export function isWholeZip(chunks: readonly Uint8Array[]): boolean {
  const total = chunks.reduce((sum, { length }) => sum + length, 0);
  let end: Uint8Array = new Uint8Array();
  for (let at = chunks.length - 1; at >= 0 && end.length < LAST_RECORD.size; at--) {
    end = joined(chunks[at] as Uint8Array, end);
  }
  if (end.length < LAST_RECORD.size) return false;
  const record = new DataView(end.buffer, end.length - LAST_RECORD.size);
  const directory = record.getUint32(12, true) + record.getUint32(16, true);
  return record.getUint32(0, true) === LAST_RECORD.signature && directory + LAST_RECORD.size === total;
}
