import { useLayoutEffect } from 'react';
import { moveRowFocus } from './focus/row-focus.ts';

type Step = (by: 1 | -1) => void;

/** The steps of the ticket that is open; null while none is. */
let openSteps: Step | null = null;

/** Has the ticket that is open take the steps, for as long as the calling component is on screen. */
export function useTicketSteps(step: Step): void {
  useLayoutEffect(() => {
    openSteps = step;
    return () => {
      openSteps = null;
    };
  }, [step]);
}

/** Goes through the tickets: with one open to the one beside it, else from row to row. */
export function stepTicket(by: 1 | -1): void {
  (openSteps ?? moveRowFocus)(by);
}
