import * as z from 'zod/mini';
import { clearPageStorage } from '../storage/page-storage.ts';
import { openStore } from '../triage/store/open-store.ts';

// Zod would otherwise try to compile its checks, which the content security policy forbids.
z.config({ jitless: true });

/** A meeting that this browser alone has. */
export interface KeptMeeting {
  readonly id: string;
  readonly title: string;
  /** ISO instant. */
  readonly startedAt: string;
  /** The id of its workspace. */
  readonly workspace: string;
}

/** The meetings that this browser holds with their tickets, and how many more it holds that cannot be read. */
export async function listKeptMeetings(): Promise<{
  readonly meetings: readonly KeptMeeting[];
  readonly unreadable: number;
}> {
  const { meetings, unreadable } = await (await openStore()).list();
  return {
    meetings: meetings.map(({ head: { id, title, startedAt, workspace } }) => ({
      id,
      title,
      startedAt,
      workspace,
    })),
    unreadable,
  };
}

/** Erases tickets and names from this browser. Settings and views stay: they are their person's. */
export async function eraseTickets(): Promise<void> {
  clearPageStorage();
  await (await openStore()).wipe();
}

/** Erases them once more as the page goes away: a note that is being written would be kept for the next visit. */
export async function eraseAtEnd(): Promise<void> {
  const store = await openStore();
  addEventListener('pagehide', () => {
    clearPageStorage();
    void store.wipe();
  });
}
