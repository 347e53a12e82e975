import type { MeetingStore } from '../store/meeting-store.ts';
import { followMeeting } from './follow-meeting.ts';
import { openIndexedDb } from './indexed-db.ts';
import type { MeetingDatabase } from './meeting-database.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { presentMeeting } from './present-meeting.ts';
import { dropAllUnsaved, dropUnsaved } from './unsaved-notes.ts';

/** Opens the store of this browser: its database, or the page's memory where the browser allows none. */
export async function openBrowserStore(): Promise<MeetingStore> {
  // A private window or a policy can forbid it; `lasting` then tells, and the screens say so.
  return createBrowserStore(await openIndexedDb().catch(() => openMemoryDatabase()));
}

function createBrowserStore(database: MeetingDatabase): MeetingStore {
  return {
    lasting: database.lasting,
    list: database.list,
    read: async (id) => (await database.read(id))?.meeting ?? null,
    create: (meeting) => database.write({ meeting, term: 0 }),
    remove: async (id) => {
      dropUnsaved(id);
      await database.remove(id);
    },
    wipe: async () => {
      dropAllUnsaved();
      await database.wipe();
    },
    present: (id) => presentMeeting(database, id),
    follow: (id) => followMeeting(database, id),
  };
}
