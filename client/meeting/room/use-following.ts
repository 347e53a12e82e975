import { useEffect, useState } from 'react';
import type { Head, Meeting } from '../record/meeting.ts';
import { isLed } from '../session/lead.ts';
import { useWire } from '../session/use-wire.ts';

/** How often it is looked whether somebody leads, in milliseconds. */
const LOOK = 1_500;

/** Where the browser cannot tell who leads, a window that has told nothing for so long counts as gone, in milliseconds. */
const SILENCE = 120_000;

interface Following {
  /** How the meeting stands, by the latest that is known. */
  readonly head: Head;
  /** Whether some window leads the meeting. */
  readonly led: boolean;
}

/**
 * Follows the window that leads a meeting. A window that joins late asks how it stands; until somebody answers it
 * is as it is kept.
 */
export function useFollowing(kept: Meeting, onBehind: () => void): Following {
  const { id } = kept.head;
  const [told, setTold] = useState<Head | null>(null);
  const [heardAt, setHeardAt] = useState(() => performance.now());
  const [led, setLed] = useState(true);

  const send = useWire(id, (message) => {
    if (message.kind !== 'head') return;
    setHeardAt(performance.now());
    setTold(message.head);
    setLed(true);
  });

  useEffect(() => {
    const look = async () => {
      const known = await isLed(id);
      setLed(known ?? performance.now() - heardAt < SILENCE);
    };
    const timer = setInterval(() => void look(), LOOK);
    return () => clearInterval(timer);
  }, [id, heardAt]);

  // Asked anew whenever somebody leads again, since what was told meanwhile was not heard.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sending needs no asking anew
  useEffect(() => {
    if (led) send({ kind: 'ask' });
  }, [led, id]);

  // Tickets may have joined that this window has no copies of yet.
  const behind = told?.entries.some((entry) => !kept.tickets.has(entry.id)) ?? false;
  useEffect(() => {
    if (!behind) return;
    onBehind();
    const timer = setInterval(onBehind, LOOK);
    return () => clearInterval(timer);
  }, [behind, onBehind]);

  return { head: told ?? kept.head, led };
}
