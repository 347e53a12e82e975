import { openBrowserStore } from '../browser-store/browser-store.ts';
import type { MeetingStore } from './meeting-store.ts';

let opened: Promise<MeetingStore> | undefined;

/**
 * Opens the page's one store; one that could not be opened is tried again by the next caller. Another kind of store takes
 * its place here.
 */
export function openStore(): Promise<MeetingStore> {
  opened ??= openBrowserStore().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
