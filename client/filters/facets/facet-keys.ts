/** A part of a facet that the keyboard can stand on: its head, its search, or a part of one of its values. */
export type FacetPart = 'title' | 'clear' | 'find' | ValuePart;

/** A part of a value: its box, or the button that has it alone or excludes it. */
export type ValuePart = 'box' | 'only' | 'not';

/** A place in a facet; without a row it is above the values. */
export interface FacetStop {
  readonly part: FacetPart;
  /** The index of the value, for a part of one. */
  readonly row: number;
}

/** The parts that a facet has at the moment. */
export interface FacetShape {
  /** Number of listed values. */
  readonly rows: number;
  readonly hasFind: boolean;
  readonly hasClear: boolean;
  /** Whether a value can be had alone and excluded. */
  readonly hasActions: boolean;
}

const ALONG: readonly ValuePart[] = ['box', 'only', 'not'];

/**
 * The place in a facet that a key leads to; null for a key that leads nowhere. Up and down lead through the head, the
 * search and the values, left and right along a value, Home and End to the first value and the last.
 */
export function facetStop(key: string, from: FacetStop, shape: FacetShape): FacetStop | null {
  const isValue = isValuePart(from.part);
  if (isValue && key === 'Home') return valueStop(0, shape);
  if (isValue && key === 'End') return valueStop(shape.rows - 1, shape);
  if (key === 'ArrowDown') return below(from, shape);
  if (key === 'ArrowUp') return above(from, shape);
  // In a search these move the caret.
  if (from.part === 'find') return null;
  if (key === 'ArrowRight') return beside(from, 1, shape);
  if (key === 'ArrowLeft') return beside(from, -1, shape);
  return null;
}

export function isValuePart(part: FacetPart): part is ValuePart {
  return (ALONG as readonly FacetPart[]).includes(part);
}

function below({ part, row }: FacetStop, shape: FacetShape): FacetStop | null {
  if (isValuePart(part)) return valueStop(row + 1, shape, part);
  if (part !== 'find' && shape.hasFind) return { part: 'find', row: -1 };
  return valueStop(0, shape);
}

function above({ part, row }: FacetStop, shape: FacetShape): FacetStop | null {
  if (isValuePart(part) && row > 0) return valueStop(row - 1, shape, part);
  if (isValuePart(part) && shape.hasFind) return { part: 'find', row: -1 };
  return part === 'title' || part === 'clear' ? null : { part: 'title', row: -1 };
}

function beside({ part, row }: FacetStop, step: 1 | -1, shape: FacetShape): FacetStop | null {
  if (isValuePart(part)) {
    const next = shape.hasActions ? ALONG[ALONG.indexOf(part) + step] : undefined;
    return next === undefined ? null : { part: next, row };
  }
  if (part === 'title' && step === 1 && shape.hasClear) return { part: 'clear', row: -1 };
  return part === 'clear' && step === -1 ? { part: 'title', row: -1 } : null;
}

function valueStop(row: number, { rows }: FacetShape, part: ValuePart = 'box'): FacetStop | null {
  return row < 0 || row >= rows ? null : { part, row };
}
