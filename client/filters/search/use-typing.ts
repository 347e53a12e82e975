import { useEffect, useState } from 'react';

type Typing = typeof import('./typing.ts');

let loaded: Typing | null = null;

/** How long to wait before it is fetched again after a failure, in milliseconds. */
const AGAIN = 2_000;

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
    import('./typing.ts').then(
      ({ beginsKey, FaultList, parseFilters, suggest, SuggestionList }) => {
        loaded = { beginsKey, FaultList, parseFilters, suggest, SuggestionList };
        setTyping(loaded);
      },
      () => {
        timer = setTimeout(() => setAttempt(attempt + 1), AGAIN);
      },
    );
    return () => clearTimeout(timer);
  }, [wanted, typing, attempt]);
  return typing;
}
