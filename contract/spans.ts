/** A stretch of a text, from `from` up to `to`, which is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Puts `cover` in the place of each span of a text; spans that overlap are one. */
export function coverSpans(text: string, spans: readonly Span[], cover: string): string {
  let covered = '';
  let kept = 0;
  for (const { from, to } of mergeSpans(spans)) {
    covered += text.slice(kept, from) + cover;
    kept = to;
  }
  return covered + text.slice(kept);
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from >= last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}
