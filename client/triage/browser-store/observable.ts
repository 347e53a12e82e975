/** A value with subscribers. */
export interface Observable<Value> {
  readonly getState: () => Value;
  readonly setState: (next: Value) => void;
  /** Calls back after every change; returns the unsubscriber. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** Creates a value with subscribers. */
export function createObservable<Value>(initial: Value): Observable<Value> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    setState(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
