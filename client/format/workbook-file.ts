import { strToU8, zipSync } from 'fflate';
import { type Sheet, workbookParts } from './workbook-parts.ts';

/** The media type of a workbook. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes a workbook (`.xlsx`). It is loaded with the archiver that it needs when somebody wants one. */
export function workbookFile(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(workbookParts(sheets));
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])));
}
