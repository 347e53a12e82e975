/**
 * Counts the steps that a function takes with texts: the characters that the engine's own functions go through for it,
 * and one for each call. What a regular expression tries in vain within one match is not seen; that none of ours tries
 * more than a few times is proved for each of them by itself.
 */
export function countWork(run: () => unknown): number {
  let steps = 0;
  const restore = [
    patch(
      RegExp.prototype,
      'exec',
      (original) =>
        function (this: RegExp, text: string) {
          const from = this.global || this.sticky ? this.lastIndex : 0;
          const match = original.call(this, text) as RegExpExecArray | null;
          const missed = this.sticky ? from : String(text).length;
          steps += 1 + Math.max(0, (match === null ? missed : match.index + match[0].length) - from);
          return match;
        },
    ),
    ...SEARCHES.map((name) =>
      patch(
        String.prototype,
        name,
        (original) =>
          function (this: string, part: unknown, from = 0) {
            const found: unknown = original.call(this, part, from);
            steps += 1 + (typeof found === 'number' && found >= 0 ? found : this.length) - Number(from);
            return found;
          },
      ),
    ),
    ...WALKS.map((name) =>
      patch(
        String.prototype,
        name,
        (original) =>
          function (this: string, ...values: unknown[]) {
            steps += 1 + this.length;
            return original.apply(this, values) as unknown;
          },
      ),
    ),
    ...TAKES.map((name) =>
      patch(
        String.prototype,
        name,
        (original) =>
          function (this: string, ...values: unknown[]) {
            const taken: unknown = original.apply(this, values);
            steps += 1 + String(taken).length;
            return taken;
          },
      ),
    ),
    ...LOOKUPS.map(([prototype, name]) =>
      patch(
        prototype,
        name,
        (original) =>
          function (this: unknown, ...values: unknown[]) {
            steps += 1;
            return original.apply(this, values) as unknown;
          },
      ),
    ),
  ];
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return steps;
}

const SEARCHES = ['indexOf', 'includes'];
const WALKS = ['normalize', 'toLowerCase', 'toUpperCase', 'trim', 'trimEnd', 'replaceAll', 'isWellFormed'];
const TAKES = ['slice', 'substring', 'charAt', 'codePointAt', 'charCodeAt', 'at'];
const LOOKUPS: readonly (readonly [object, string])[] = [
  [Map.prototype, 'get'],
  [Map.prototype, 'has'],
  [Set.prototype, 'has'],
];

type Method = (this: unknown, ...values: unknown[]) => unknown;

/** Puts a function in the place of a built-in one, and answers what undoes that. */
function patch(
  target: object,
  name: string,
  wrap: (original: Method) => (...values: never[]) => unknown,
): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  if (own === undefined) return () => {};
  Object.defineProperty(target, name, { ...own, value: wrap(own.value as Method) });
  return () => Object.defineProperty(target, name, own);
}
