// What the search box needs once somebody types in it, in one piece that is loaded then.
export { parseFilters } from '../typed/parse-filters.ts';
export { beginsKey, suggest } from '../typed/suggest.ts';
export { QueryErrorList } from './fault-list.tsx';
export { SuggestionList } from './suggestion-list.tsx';
