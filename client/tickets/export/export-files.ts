import { BYTE_ORDER_MARK } from '../../../contract/index.ts';
import type { TicketsFile } from '../../api/tickets-file.ts';
import type { Settings } from '../../settings/settings-table.ts';
import type { SavedFile } from '../../ui/save-file.ts';
import { type Note, notesCsv, notesText } from './export-notes.ts';

/** Place of an export's notes. */
export type NotesPlace = Settings['exportNotes'];

const MARK_BYTES = [...new TextEncoder().encode(BYTE_ORDER_MARK)];

/** The files of an export: the tickets, and their notes beside them or before them. */
export function exportFiles(
  { name, type, bytes }: TicketsFile,
  notes: readonly Note[],
  place: NotesPlace,
): readonly SavedFile[] {
  const file = (parts: BlobPart[]) => ({ name, content: new Blob(parts, { type }) });
  if (place === 'none') return [file([...bytes])];
  // Spreadsheets look for the mark at the very beginning of a file, and nowhere else.
  if (place === 'lines') return [file([BYTE_ORDER_MARK, notesCsv(notes), ...withoutMark(bytes)])];
  return [
    file([...bytes]),
    {
      name: `${name.replace(/\.\w{1,5}$/, '')}-notes.txt`,
      content: new Blob([BYTE_ORDER_MARK, notesText(notes)], { type: 'text/plain;charset=utf-8' }),
    },
  ];
}

/** The bytes of a file without its byte order mark, which may lie in more than one piece. */
function withoutMark(pieces: TicketsFile['bytes']): TicketsFile['bytes'] {
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
