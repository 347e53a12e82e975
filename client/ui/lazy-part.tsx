import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { FocusAwaited } from './focus-awaited.tsx';
import { PartBoundary } from './part-boundary.tsx';
import { PartFailure, type PartPlace, type PartProblem } from './part-failure.tsx';
import { createPartLoader, type PartLoader } from './part-loader.ts';
import { prefetcher } from './prefetch-parts.ts';

interface PartOptions<Props> {
  /** The part’s name, as a sentence about it begins: `The ticket`. */
  readonly name: string | ((props: Props) => string);
  /** Its place on the screen, which decides what stands in for it when it cannot be loaded. */
  readonly place: PartPlace;
  /** Whether it takes the focus when it is there, so that keys wait for it; as what is over the others usually does. */
  readonly takesFocus?: boolean;
  /** Whether it is fetched as the page starts, beside the data that it shows, rather than when somebody wants it. */
  readonly isUrgent?: boolean;
  /** The stand-in until it is there; nothing otherwise. */
  readonly waiting?: ReactNode;
  /** The identity of its content: a part that has failed with one ticket may well show the next. */
  readonly identity?: (props: Props) => string | number;
  /** The frame around its failure. */
  readonly frame?: (failure: ReactNode, props: Props) => ReactNode;
}

/** The props of a part that can be closed: a dialog or a drawer, and its failure. */
interface Closable {
  readonly onClose?: (() => void) | undefined;
}

/**
 * A part of the screen that is fetched when it is first wanted, or ahead of it while the browser is idle. When it cannot
 * be fetched, or fails as it is drawn, that costs the part alone: it says so in its own place and offers another try.
 *
 * @param fetchPart imports the module and takes the component out of it
 */
export function lazyPart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  options: PartOptions<Props>,
): ComponentType<Props & Closable> {
  const loader = createPartLoader(fetchPart);
  if (options.isUrgent) void loader.load();
  prefetcher.register(async () => (await loader.load()).phase === 'ready');
  const part = { loader, options };
  return (props) => <Part part={part} props={props} />;
}

interface PartProps<Props> {
  readonly part: { readonly loader: PartLoader<Props>; readonly options: PartOptions<Props> };
  readonly props: Props & Closable;
}

function Part<Props extends object>({ part: { loader, options }, props }: PartProps<Props>) {
  const { name, place, waiting = null, identity, frame = (failure) => failure } = options;
  const { takesFocus = place === 'over' || place === 'side' } = options;
  const state = useSyncExternalStore(loader.subscribe, loader.read);
  useEffect(() => {
    void loader.load();
  }, [loader]);
  if (state.phase === 'waiting') {
    return (
      <>
        {waiting}
        {takesFocus && props.onClose && <FocusAwaited onGiveUp={props.onClose} />}
      </>
    );
  }

  const called = typeof name === 'string' ? name : name(props);
  const fail = (reason: PartProblem, onRetry: () => void, message?: string) => {
    const failure = { name: called, place, reason, onRetry, onClose: props.onClose };
    return frame(<PartFailure {...failure} {...(message !== undefined && { message })} />, props);
  };
  if (state.phase === 'failed') return fail(state.reason, () => void loader.load());

  const { Component } = state;
  return (
    <PartBoundary
      identity={identity?.(props)}
      renderFailure={(error, onRetry) => fail('broken', onRetry, error.message)}
    >
      <Component {...props} />
    </PartBoundary>
  );
}
