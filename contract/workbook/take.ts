/** The next items of an iterator, which is not ended by it: it goes on from there. */
export function* take<Item>(items: Iterator<Item>, most = Number.POSITIVE_INFINITY): Generator<Item> {
  for (let taken = 0; taken < most; taken++) {
    const next = items.next();
    if (next.done) return;
    yield next.value;
  }
}
