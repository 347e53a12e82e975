import { useState } from 'react';

const KEY = 'loopdesk.follow-live';

/** Whether the list goes on to the newest data by itself, as a wall screen wants it; kept in the browser. */
export function useFollowLive(): readonly [boolean, () => void] {
  const [follow, setFollow] = useState(() => read() === 'on');
  const toggle = () => {
    write(follow ? 'off' : 'on');
    setFollow(!follow);
  };
  return [follow, toggle];
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage is switched off: nothing was kept.
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}
