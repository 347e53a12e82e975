// What the search box needs once there is something in it, in one piece that is loaded then.
export { formatFilters, formatTerms } from '../query-language/format-filters.ts';
export { parseFilters } from '../query-language/parse-filters.ts';
export { beginsKey, suggest } from '../query-language/suggest.ts';
export { ParseErrorList } from './parse-error-list.tsx';
export { SuggestionList } from './suggestion-list.tsx';
