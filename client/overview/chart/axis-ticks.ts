import type { Axis } from '../../../contract/index.ts';

/** The most steps between the lines of the vertical axis. */
const STEPS = 4;

/** The most labels under the bars. */
const LABELS = 6;

/** A label under a bar. */
export interface SpanTick {
  /** Index of the span. */
  readonly span: number;
  readonly text: string;
  /** Whether it gives way where there is room for half of them. */
  readonly minor: boolean;
}

/** Round numbers of tickets from 0 to the first that is not below `most`, a few. */
export function countTicks(most: number): readonly number[] {
  const step = roundUp(Math.max(1, most / STEPS));
  const steps = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** The first of 1, 2, 5, 10, 20, 50, … that is not below a number. */
function roundUp(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  return power * ([1, 2, 5].find((factor) => factor * power >= number) ?? 10);
}

/** A few labels for the spans, evenly from the last one back, the year told where it changes and at the end. */
export function spanTicks({ values, interval, earlier = false, later = false }: Axis): readonly SpanTick[] {
  const first = earlier ? 1 : 0;
  const last = values.length - 1;
  const step = Math.max(1, Math.ceil((values.length - first) / LABELS));
  const spans = values.map((_, span) => span).filter((span) => (last - span) % step === 0);
  const named = spans
    .filter((span) => span >= first && !(later && span === last))
    .map((span) => ({ span, ...split(values[span]?.label) }));
  const ticks = named.map(({ span, rest, year }, index): SpanTick => {
    const isYearTold = index === named.length - 1 || (index > 0 && year !== named[index - 1]?.year);
    const text = interval === 'year' ? year : isYearTold ? `${rest} ${year}` : rest;
    return { span, text, minor: ((last - span) / step) % 2 === 1 };
  });
  return [
    ...(earlier ? [{ span: 0, text: 'earlier', minor: false }] : []),
    ...ticks,
    ...(later ? [{ span: last, text: 'later', minor: false }] : []),
  ];
}

/** Splits `Week of 3 Feb 2026` into `3 Feb` and `2026`. */
function split(label = ''): { readonly rest: string; readonly year: string } {
  const words = label.replace('Week of ', '').split(' ');
  return { rest: words.slice(0, -1).join(' '), year: words.at(-1) ?? '' };
}
