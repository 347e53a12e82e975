import { useEffect, useEffectEvent, useRef } from 'react';
import { type MeetingChannel, type MeetingMessage, openMeetingChannel } from './meeting-channel.ts';

/** Subscribes to other windows' messages about a meeting; returns the sender. */
export function useMeetingChannel(
  meeting: string,
  onMessage: (message: MeetingMessage) => void,
): (message: MeetingMessage) => void {
  const listen = useEffectEvent(onMessage);
  const channel = useRef<MeetingChannel | null>(null);
  useEffect(() => {
    const opened = openMeetingChannel(meeting, listen);
    channel.current = opened;
    return () => opened.close();
  }, [meeting]);
  return (message) => channel.current?.send(message);
}
