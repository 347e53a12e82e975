type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A list of numbers that only grows at its end, in a typed array. */
export interface Column<Values extends Numbers> {
  push(value: number): void;
  get(index: number): number;
  set(index: number, value: number): void;
  /** All values, in place: what is written to them stays. Good until the next one is appended. */
  all(): Values;
  /** Puts other values in the place of all. */
  reset(values: Values): void;
}

const FIRST_ROOM = 64;

/** A column of floating-point numbers, such as instants. */
export function floatColumn(): Column<Float64Array<ArrayBuffer>> {
  return makeColumn((room) => new Float64Array(room));
}

/** A column of whole numbers from 0 to 2^32, such as codes. */
export function codeColumn(): Column<Uint32Array<ArrayBuffer>> {
  return makeColumn((room) => new Uint32Array(room));
}

/** A column of whole numbers from 0 to 255. */
export function byteColumn(): Column<Uint8Array<ArrayBuffer>> {
  return makeColumn((room) => new Uint8Array(room));
}

function makeColumn<Values extends Numbers>(make: (room: number) => Values): Column<Values> {
  let values = make(FIRST_ROOM);
  let length = 0;

  return {
    push(value) {
      if (length === values.length) {
        const wider = make(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    get: (index) => values[index] as number,
    set(index, value) {
      values[index] = value;
    },
    all: () => values.subarray(0, length) as Values,
    reset(others) {
      values = make(Math.max(FIRST_ROOM, others.length));
      values.set(others);
      length = others.length;
    },
  };
}
