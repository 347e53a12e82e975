import { indexedStore } from './indexed-store.ts';
import { memoryStore } from './memory-store.ts';
import type { MeetingStore } from './store.ts';

let opened: Promise<MeetingStore> | undefined;

/** The one store of this page: the browser's database, or the page's memory where the browser keeps nothing. */
export function openStore(): Promise<MeetingStore> {
  // A private window or a policy can forbid it; `lasting` then tells, and the screens say so.
  opened ??= indexedStore().catch(() => memoryStore());
  return opened;
}
