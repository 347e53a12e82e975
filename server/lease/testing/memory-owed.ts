/** Calls that a database has not been told of, in memory. */
export function memoryOwed(counts = new Map<number, number>()) {
  return {
    before: (day: number) => counts.get(day) ?? 0,
    record: (day: number, calls: number) => void counts.set(day, calls),
    all: () => new Map([...counts].filter(([, calls]) => calls > 0)),
    settle(paid: ReadonlyMap<number, number>) {
      for (const [day, calls] of paid) counts.set(day, (counts.get(day) ?? 0) - calls);
    },
  };
}
