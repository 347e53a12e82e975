import { BYTE_ORDER_MARK } from '../../../contract/index.ts';
import type { CsvFile } from '../../api/tickets-file.ts';
import type { SavedFile } from '../../ui/save-file.ts';
import { type Note, notesCsv, notesText } from './export-notes.ts';

/** Place of an export's notes. */
export type NotesPlace = 'file' | 'lines' | 'none';

const MARK_BYTES = [...new TextEncoder().encode(BYTE_ORDER_MARK)];

/** The files of an export: the tickets, and their notes beside them or before them. */
export function exportFiles(
  { name, bytes }: CsvFile,
  notes: readonly Note[],
  place: NotesPlace,
): readonly SavedFile[] {
  const csv = (parts: BlobPart[]) => ({ name, content: new Blob(parts, { type: 'text/csv;charset=utf-8' }) });
  if (place === 'none') return [csv([...bytes])];
  // Spreadsheets look for the mark at the very beginning of a file, and nowhere else.
  if (place === 'lines') return [csv([BYTE_ORDER_MARK, notesCsv(notes), ...withoutMark(bytes)])];
  return [
    csv([...bytes]),
    {
      name: `${name.replace(/\.csv$/, '')}-notes.txt`,
      content: new Blob([BYTE_ORDER_MARK, notesText(notes)], { type: 'text/plain;charset=utf-8' }),
    },
  ];
}

/** The bytes of a file without its byte order mark, which may lie in more than one piece. */
function withoutMark(pieces: CsvFile['bytes']): CsvFile['bytes'] {
  const head = pieces
    .flatMap((piece) => [...piece.subarray(0, MARK_BYTES.length)])
    .slice(0, MARK_BYTES.length);
  let left = MARK_BYTES.every((byte, index) => head[index] === byte) ? MARK_BYTES.length : 0;
  return pieces.map((piece) => {
    const cut = Math.min(left, piece.length);
    left -= cut;
    return piece.subarray(cut);
  });
}
