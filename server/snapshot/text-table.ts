import { inSlices, type Steps } from './steps.ts';

/** Many short texts without line breaks, joined into one: looking through that is one native call a find. */
export interface TextTable {
  /** Every text, each followed by a line break. */
  readonly joined: string;
  /** The start of each text in `joined`; one more at the end for the end. */
  readonly starts: Uint32Array;
}

export function* makeTextTable(count: number, textAt: (index: number) => string): Steps<TextTable> {
  const starts = new Uint32Array(count + 1);
  let joined = '';
  yield* inSlices(count, (from, to) => {
    const texts = Array.from({ length: to - from }, (_, offset) => textAt(from + offset));
    for (const [offset, text] of texts.entries()) {
      starts[from + offset + 1] = (starts[from + offset] as number) + text.length + 1;
    }
    joined += `${texts.join('\n')}\n`;
  });
  return { joined, starts };
}

/** The texts that contain `part`, by index, ascending. `part` must hold no line break and not be empty. */
export function* textsContaining({ joined, starts }: TextTable, part: string): Generator<number> {
  let index = 0;
  let at = joined.indexOf(part);
  while (at !== -1) {
    while ((starts[index + 1] as number) <= at) index++;
    yield index;
    at = joined.indexOf(part, starts[index + 1]);
  }
}
