import { createContext, use } from 'react';

/** Whether the filters are to be seen, beside the list or over it, and the switch for it. */
interface FiltersOpen {
  readonly open: boolean;
  readonly toggle: () => void;
}

const FiltersOpenContext = createContext<FiltersOpen>({ open: false, toggle: () => {} });

export const FiltersOpenProvider = FiltersOpenContext.Provider;

export function useFiltersOpen(): FiltersOpen {
  return use(FiltersOpenContext);
}
