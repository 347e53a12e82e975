import { queryOptions } from '@tanstack/react-query';
import { type Me, routes } from '../../contract/index.ts';
import { ME } from './answer-shapes.ts';
import { request } from './request.ts';

/** Age at which rights are asked for anew when the reader comes back to the tab, in milliseconds. */
const MAX_AGE = 60_000;

/** Who the reader is, and their role in each workspace. */
export function meQuery() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => request<Me>(routes.me(), { shape: ME, signal, isAboutSession: true }),
    staleTime: MAX_AGE,
    refetchOnWindowFocus: true,
  });
}
