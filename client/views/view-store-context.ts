import { createContext, useContext } from 'react';
import { browserViewStore } from './browser-view-store.ts';
import type { ViewStore } from './view-store.ts';

/** The store that the screens have their views from. */
export const ViewStoreContext = createContext<ViewStore>(browserViewStore);

/** The store of views, to change them. */
export function useViewStore(): ViewStore {
  return useContext(ViewStoreContext);
}
