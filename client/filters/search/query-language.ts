// What the search box needs once somebody types in it, in one piece that is loaded then.
export { parseFilters } from '../query-language/parse-filters.ts';
export { beginsKey, suggest } from '../query-language/suggest.ts';
export { QueryErrorList } from './query-error-list.tsx';
export { SuggestionList } from './suggestion-list.tsx';
