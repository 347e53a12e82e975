import { openBrowserStore } from '../browser-store/browser-store.ts';
import type { MeetingStore } from './meeting-store.ts';

let opened: Promise<MeetingStore> | undefined;

/** Opens the page's one store. Another kind of store takes its place here. */
export function openStore(): Promise<MeetingStore> {
  opened ??= openBrowserStore();
  return opened;
}
