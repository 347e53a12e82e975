/** A message between the tabs of one browser: the session has ended, or somebody has signed in. */
type SessionMessage = 'ended' | 'signed-in';

interface SessionChannel {
  readonly send: (message: SessionMessage) => void;
  readonly close: () => void;
}

/** Opens the channel on which all tabs agree about the session. */
export function openSessionChannel(onMessage: (message: SessionMessage) => void): SessionChannel {
  const channel = new BroadcastChannel('loopdesk.session');
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'ended' || data === 'signed-in') onMessage(data);
  };
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}
