import { createContext, use } from 'react';

/** State of the filters, beside the list or over it, with its toggle. */
interface FiltersOpen {
  readonly open: boolean;
  readonly toggle: () => void;
}

const FiltersOpenContext = createContext<FiltersOpen>({ open: false, toggle: () => {} });

export const FiltersOpenProvider = FiltersOpenContext.Provider;

export function useFiltersOpen(): FiltersOpen {
  return use(FiltersOpenContext);
}
