import { createContext, use } from 'react';
import type { Me } from '../../contract/index.ts';

/** The reader as the server knows them; null before it has told. */
export const MeContext = createContext<Me | null>(null);

/** The reader as the server knows them; null before it has told. */
export function useMe(): Me | null {
  return use(MeContext);
}
