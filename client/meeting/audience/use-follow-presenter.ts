import { useEffect, useState } from 'react';
import type { Head, Meeting } from '../model/meeting.ts';
import { hasLeader } from '../session/leader-lock.ts';
import { useMeetingChannel } from '../session/use-meeting-channel.ts';

/** The interval between checks for a presenter, in milliseconds. */
const CHECK_MS = 1_500;

/** The silence after which a presenter counts as gone where the browser has no locks, in milliseconds. */
const SILENT_AFTER_MS = 120_000;

interface PresenterState {
  /** The latest known head of the meeting. */
  readonly head: Head;
  /** Whether some window presents the meeting. */
  readonly hasPresenter: boolean;
}

/**
 * Follows the window that leads a meeting. A window that joins late asks how it stands; until somebody answers it
 * is as it is kept.
 */
export function useFollowPresenter(stored: Meeting, onStale: () => void): PresenterState {
  const { id } = stored.head;
  const [latest, setLatest] = useState<Head | null>(null);
  const [heardAt, setHeardAt] = useState(() => performance.now());
  const [hasPresenter, setHasPresenter] = useState(true);

  const send = useMeetingChannel(id, (message) => {
    if (message.kind !== 'head') return;
    setHeardAt(performance.now());
    setLatest(message.head);
    setHasPresenter(true);
  });

  useEffect(() => {
    const check = async () => {
      const known = await hasLeader(id);
      setHasPresenter(known ?? performance.now() - heardAt < SILENT_AFTER_MS);
    };
    const timer = setInterval(() => void check(), CHECK_MS);
    return () => clearInterval(timer);
  }, [id, heardAt]);

  // Asked anew whenever somebody leads again, since what was told meanwhile was not heard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sending needs no asking anew
  useEffect(() => {
    if (hasPresenter) send({ kind: 'ask' });
  }, [hasPresenter, id]);

  // Tickets may have joined that this window has no copies of yet.
  const stale = latest?.entries.some((entry) => !stored.tickets.has(entry.id)) ?? false;
  useEffect(() => {
    if (!stale) return;
    onStale();
    const timer = setInterval(onStale, CHECK_MS);
    return () => clearInterval(timer);
  }, [stale, onStale]);

  return { head: latest ?? stored.head, hasPresenter };
}
