import { useEffect, useState } from 'react';
import { reloadFailedStyles } from '../../ui/failed-styles.ts';
import { prefetcher } from '../../ui/prefetch-parts.ts';

type Typing = typeof import('./typing.ts');

let loaded: Typing | null = null;

/** How long to wait before it is fetched again after a failure, in milliseconds. */
const AGAIN = 2_000;

/** Fetches it, and the style sheets that could not be had the last time. */
async function loadTyping(): Promise<Typing> {
  await reloadFailedStyles();
  const { beginsKey, FaultList, parseFilters, suggest, SuggestionList } = await import('./typing.ts');
  loaded = { beginsKey, FaultList, parseFilters, suggest, SuggestionList };
  return loaded;
}

prefetcher.register(() =>
  loadTyping().then(
    () => true,
    () => false,
  ),
);

/**
 * What understands a typed query, null until it is there. What is typed meanwhile is understood as soon as it is; where
 * it cannot be had it is fetched again, for as long as it is wanted.
 */
export function useTyping(wanted: boolean): Typing | null {
  const [typing, setTyping] = useState(loaded);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted || typing !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    loadTyping().then(setTyping, () => {
      timer = setTimeout(() => setAttempt(attempt + 1), AGAIN);
    });
    return () => clearTimeout(timer);
  }, [wanted, typing, attempt]);
  return typing;
}
