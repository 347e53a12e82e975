import { useEffect } from 'react';
import type { ListState } from '../address/use-address-list-state.ts';
import { afterPaint } from './after-paint.ts';
import type { PinStep } from './next-pin.ts';

/**
 * Takes the list's next step by itself.
 *
 * @param onRecover told when the list's snapshot is gone; the same function until it changes
 */
export function usePin({ pin, showNewest }: ListState, step: PinStep, onRecover: () => void): void {
  const at = step.do === 'pin' ? step.at : null;
  useEffect(() => {
    if (step.do === 'pin') return afterPaint(() => pin(at));
    if (step.do === 'advance') showNewest();
    if (step.do === 'release' || step.do === 'recover') pin(null);
    if (step.do === 'recover') onRecover();
  }, [step.do, at, pin, showNewest, onRecover]);
}
