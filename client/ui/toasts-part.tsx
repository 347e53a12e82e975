import { useState, useSyncExternalStore } from 'react';
import { lazyPart } from './lazy-part.tsx';
import { isToastWaiting, subscribeToWaiting } from './toasts.ts';

const Toaster = lazyPart(() => import('./toaster.tsx').then((it) => it.Toaster), {
  name: 'A notice',
  place: 'over',
  takesFocus: false,
});

/** The place of the toasts, fetched with the first one. */
export function ToastsPart() {
  const isWaiting = useSyncExternalStore(subscribeToWaiting, isToastWaiting);
  const [isWanted, setIsWanted] = useState(false);
  if (isWaiting && !isWanted) setIsWanted(true);
  return isWanted && <Toaster />;
}
