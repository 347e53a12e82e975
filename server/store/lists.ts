/** Numbers as a text that `$1::text::int8[]` reads. */
export function toNumberList(numbers: Iterable<number | null>): string {
  return `{${Array.from(numbers, (number) => number ?? 'NULL').join(',')}}`;
}

/** Texts without line breaks, as JSON is, as one that `string_to_array($1::text, E'\n')` reads. */
export function toLines(texts: Iterable<string>): string {
  return [...texts].join('\n');
}

/** Parts of a list, in its order, each of at most `size` items. */
export function* chunksOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
