import { indexedStore } from './indexed-db-store.ts';
import type { MeetingStore } from './meeting-store.ts';
import { memoryStore } from './memory-store.ts';

let opened: Promise<MeetingStore> | undefined;

/** Opens the page's one store: the browser's database, or memory where the browser allows none. */
export function openStore(): Promise<MeetingStore> {
  // A private window or a policy can forbid it; `lasting` then tells, and the screens say so.
  opened ??= indexedStore().catch(() => memoryStore());
  return opened;
}
