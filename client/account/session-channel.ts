const MESSAGES = ['ended', 'signed-out', 'signed-in'] as const;

/**
 * A message between the tabs of one browser: the session has ended, somebody has signed out of it, or somebody has
 * signed in.
 */
type SessionMessage = (typeof MESSAGES)[number];

// One for the page: a channel of its own would hear what the page itself has told.
const channel = new BroadcastChannel('loopdesk.session');

/** Tells all other tabs. */
export function tellTabs(message: SessionMessage): void {
  channel.postMessage(message);
}

/** Calls back when another tab tells something, until the answer is called. */
export function onTabMessage(listener: (message: SessionMessage) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    const message = MESSAGES.find((each) => each === data);
    if (message !== undefined) listener(message);
  };
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
