/**
 * Reads a value that an older version or another hand may have written.
 *
 * @returns the value as far as it is known, or undefined for one that is none of its kind
 */
export type Check<Value> = (value: unknown) => Value | undefined;

/** A check for each part of an object. */
type Checks<Value> = { readonly [Key in keyof Value]-?: Check<Value[Key]> };

export const text: Check<string> = (value) => (typeof value === 'string' ? value : undefined);

export const number: Check<number> = (value) => (typeof value === 'number' ? value : undefined);

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** Takes one of these values alone. */
export function oneOf<const Value>(values: readonly Value[]): Check<Value> {
  return (value) => values.find((known) => known === value);
}

/** Takes null besides. */
export function nullable<Value>(check: Check<Value>): Check<Value | null> {
  return (value) => (value === null ? null : check(value));
}

/** Puts another value in the place of one that is not taken, or is missing. */
export function orElse<Value>(check: Check<Value>, fallback: Value): (value: unknown) => Value {
  return (value) => {
    const checked = check(value);
    return checked === undefined ? fallback : checked;
  };
}

/** Takes a list of which every item is taken. */
export function list<Item>(check: Check<Item>): Check<Item[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(check);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
}

/** Takes of a list the items that are taken. */
export function validItems<Item>(check: Check<Item>): Check<Item[]> {
  return (value) =>
    Array.isArray(value) ? value.map(check).filter((item): item is Item => item !== undefined) : undefined;
}

/** Takes an object of which every one of these parts is taken, without its other parts. */
export function object<Value extends object>(parts: Checks<Value>): Check<Value> {
  const checks = Object.entries<Check<unknown>>(parts);
  return (value) =>
    isObject(value) ? (whole(checks.map(([key, check]) => [key, check(value[key])])) as Value) : undefined;
}

/** Takes any object, with another value in the place of each part that is not taken, or is missing. */
export function eachOrElse<Value extends object>(parts: Checks<Value>, fallback: Value): Check<Value> {
  const lenient = Object.entries<Check<unknown>>(parts).map(([key, check]) => [
    key,
    orElse(check, fallback[key as keyof Value]),
  ]);
  return object(Object.fromEntries(lenient) as Checks<Value>);
}

/** Takes an object with any keys, of which every part is taken. */
export function record<Part>(check: Check<Part>): Check<Record<string, Part>> {
  return (value) =>
    isObject(value) ? whole(Object.entries(value).map(([key, part]) => [key, check(part)])) : undefined;
}

/** An object of these parts, unless one of them was not taken. */
function whole<Part>(
  parts: readonly (readonly [string, Part | undefined])[],
): Record<string, Part> | undefined {
  return parts.some(([, part]) => part === undefined)
    ? undefined
    : (Object.fromEntries(parts) as Record<string, Part>);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
