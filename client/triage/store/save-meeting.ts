import { saveText } from '../../ui/save-file.ts';
import { serializeMeeting } from '../model/meeting-file.ts';
import { openStore } from './open-store.ts';

/**
 * Saves a meeting as a file, its customers hidden where they are on screen.
 *
 * @throws Error when it is no longer there, or cannot be read
 */
export async function saveMeeting(id: string): Promise<void> {
  const meeting = await (await openStore()).read(id);
  if (meeting === null) throw new Error('This meeting is no longer there.');
  saveText(
    `meeting-${meeting.head.startedAt.slice(0, 10)}-${id.slice(0, 6)}.json`,
    serializeMeeting(meeting, meeting.view.masked),
    'application/json',
  );
}
