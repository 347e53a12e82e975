import type { ComponentType } from 'react';
import { reloadFailedStyles } from './failed-styles.ts';
import { type UnavailableReason, whyUnavailable } from './why-unavailable.ts';

/** The state of a part of the screen that is fetched when it is wanted. */
type PartState<Props> =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'ready'; readonly Component: ComponentType<Props> }
  | { readonly phase: 'failed'; readonly reason: UnavailableReason };

export interface PartLoader<Props> {
  /** The same object until it changes. */
  readonly read: () => PartState<Props>;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Fetches the part unless it is there or on its way; after a failure it is fetched anew. Never rejects. */
  readonly load: () => Promise<PartState<Props>>;
}

const WAITING = { phase: 'waiting' } as const;

/**
 * Fetches a part once, however many ask for it, and again after a failure, which `React.lazy` would keep for good.
 *
 * @param fetchPart imports its module
 * @param explain tells why it could not be had
 */
export function createPartLoader<Props>(
  fetchPart: () => Promise<ComponentType<Props>>,
  explain: () => Promise<UnavailableReason> = whyUnavailable,
): PartLoader<Props> {
  let state: PartState<Props> = WAITING;
  let underWay: Promise<PartState<Props>> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: PartState<Props>) => {
    state = next;
    for (const listener of listeners) listener();
    return next;
  };

  const attempt = async (): Promise<PartState<Props>> => {
    try {
      await reloadFailedStyles();
      return become({ phase: 'ready', Component: await fetchPart() });
    } catch {
      const reason = await explain();
      // What was fetched ahead and is not wanted yet is simply fetched when it is.
      return become(listeners.size === 0 ? WAITING : { phase: 'failed', reason });
    }
  };

  return {
    read: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    load() {
      if (state.phase === 'ready') return Promise.resolve(state);
      if (underWay === null) {
        if (state.phase === 'failed') become(WAITING);
        underWay = attempt().finally(() => {
          underWay = null;
        });
      }
      return underWay;
    },
  };
}
