import { useEffect, useEffectEvent, useRef } from 'react';
import { type Message, openWire, type Wire } from './messages.ts';

/** Listens to what other windows tell about a meeting; the answer sends to them. */
export function useWire(meeting: string, onMessage: (message: Message) => void): (message: Message) => void {
  const listen = useEffectEvent(onMessage);
  const wire = useRef<Wire | null>(null);
  useEffect(() => {
    const opened = openWire(meeting, listen);
    wire.current = opened;
    return () => opened.close();
  }, [meeting]);
  return (message) => wire.current?.send(message);
}
