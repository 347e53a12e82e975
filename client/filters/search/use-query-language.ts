import { useEffect, useState } from 'react';
import { reloadFailedStyles } from '../../ui/failed-styles.ts';
import { prefetcher } from '../../ui/prefetch-parts.ts';

type QueryLanguage = typeof import('./query-language.ts');

let loaded: QueryLanguage | null = null;

/** The wait before it is fetched again after a failure, in milliseconds. */
const RETRY_DELAY = 2_000;

/** Fetches it, and the style sheets that could not be had the last time. */
async function loadQueryLanguage(): Promise<QueryLanguage> {
  await reloadFailedStyles();
  const { beginsKey, formatFilters, formatTerms, ParseErrorList, parseFilters, suggest, SuggestionList } =
    await import('./query-language.ts');
  loaded = { beginsKey, formatFilters, formatTerms, ParseErrorList, parseFilters, suggest, SuggestionList };
  return loaded;
}

prefetcher.register(() =>
  loadQueryLanguage().then(
    () => true,
    () => false,
  ),
);

/**
 * The query language, which writes filters as a query and parses a typed one; null until it is loaded. Text
 * typed meanwhile is parsed then; a failed load is tried again for as long as it is wanted.
 */
export function useQueryLanguage(wanted: boolean): QueryLanguage | null {
  const [language, setLanguage] = useState(loaded);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted || language !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    loadQueryLanguage().then(setLanguage, () => {
      timer = setTimeout(() => setAttempt(attempt + 1), RETRY_DELAY);
    });
    return () => clearTimeout(timer);
  }, [wanted, language, attempt]);
  return language;
}
