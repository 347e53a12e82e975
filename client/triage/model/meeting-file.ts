import { MAX_FILE_BYTES, truncateTicket } from '../../../contract/meeting/index.ts';
import type { LocalMeeting } from './local-meeting.ts';
import { maskMeeting } from './mask-meeting.ts';
import { nonEmptyNotes } from './meeting-entries.ts';
import { newMeetingId } from './new-meeting-id.ts';
import { toStoredHead } from './stored-head.ts';
import { type ValidationResult, validateMeeting } from './validate-meeting.ts';

/** The form in which a file has a meeting. */
const VERSION = 1;

/**
 * A meeting as the text of a file that {@link parseMeetingFile} takes.
 *
 * @param masked whether customers' names and e-mails are left out
 */
export function serializeMeeting(meeting: LocalMeeting, masked: boolean): string {
  const { head, view, tickets, notes } = maskMeeting(meeting, masked);
  const namesRemoved = head.namesRemoved || masked;
  const file = {
    loopdesk: 'meeting',
    version: VERSION,
    head: toStoredHead({ head: { ...head, namesRemoved }, view }, 0),
    // What stands for a name may be longer than the name.
    tickets: [...tickets.values()].map(truncateTicket),
    notes: [...nonEmptyNotes(notes)],
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Reads a meeting from a file that any hand may have written.
 *
 * @param idExists whether a meeting of that id is there already: then it comes in as another one
 */
export async function readMeetingFile(
  file: Pick<File, 'size' | 'text'>,
  idExists: (id: string) => boolean,
): Promise<ValidationResult> {
  // A text of any length would be read, and taken apart, before anything else could be said of it.
  if (file.size > MAX_FILE_BYTES) return { ok: false, reason: 'It is larger than any meeting.' };
  return parseMeetingFile(await file.text(), idExists);
}

/** Parses the text of a meeting's file. */
export function parseMeetingFile(text: string, idExists: (id: string) => boolean): ValidationResult {
  const file = parseObject(text);
  if (file === null || file.loopdesk !== 'meeting')
    return { ok: false, reason: 'It is no file that Loopdesk has exported a meeting to.' };
  if (file.version !== VERSION) {
    const found = typeof file.version === 'number' ? `version ${file.version}` : 'another version';
    return {
      ok: false,
      reason: `It has ${found} of such files, and this Loopdesk reads version ${VERSION}.`,
    };
  }
  const checked = validateMeeting({ head: file.head, tickets: file.tickets, notes: file.notes });
  if (!checked.ok || !idExists(checked.meeting.head.id)) return checked;
  const { head, ...rest } = checked.meeting;
  return { ...checked, meeting: { ...rest, head: { ...head, id: newMeetingId() } } };
}

/** Null for what is not JSON, or no object. */
function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    // Not JSON: another program has written it, or not all of it is there.
    return null;
  }
}
