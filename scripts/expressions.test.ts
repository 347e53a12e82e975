import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSafePattern } from 'redos-detector';
import ts from 'typescript';
import { describe, expect, it, test } from 'vitest';
import { ROOT } from './paths.mjs';

/**
 * Expressions that the detector does not pass, and why their time is linear all the same, or why no text that others
 * write ever reaches them.
 */
const LINEAR: Readonly<Record<string, string>> = {
  '/^[^\\s\\p{C}@<>()[\\],;:\\\\"]+@[^\\s\\p{C}@<>()[\\],;:\\\\"?&%#/]+\\.[^\\s\\p{C}@<>()[\\],;:\\\\"?&%#/.]+$/u':
    'the first run ends at the @, the second is given back to each point, and what follows that ends at the next',
  '/\\s*(?:[,，、]\\s+|[;；]\\s*)|[^\\S\\n\\r]*[\\n\\r]\\s*/uy':
    'sticky, between two numbers: each blank is seen four times at most',
  '/"id"\\s*:\\s*"?1013(?!\\d)/': 'begins at "id" alone, and each blank behind it is seen twice',
  '/\\/+$/': 'of a setting, the base URL',
  '/^(\\[[^\\]]*\\]|[^:]*)(?::\\d*)?$/':
    'its run ends at the first colon and is given back once; headers are bounded',
  '/^\\s+at \\S.*:\\d+:\\d+\\)?$/': 'its run is given back to each colon, and digits end at the next',
};

/** Files that make an expression of constants. None may be made of a text that comes from outside. */
const MADE = ['contract/folded-letters.ts', 'contract/name-parts.ts'];

interface Expression {
  readonly file: string;
  readonly text: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) {
      return /^(testing|test|sandbox)$/.test(name) ? [] : filesIn(path);
    }
    return /\.tsx?$/.test(name) && !name.includes('.test.') ? [path] : [];
  });
}

/** Expressions as they are written, and the files that make some at run time. */
const expressions: Expression[] = [];
const making = new Set<string>();
for (const file of ['client', 'contract', 'server'].flatMap(filesIn)) {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) expressions.push({ file, text: node.text });
    const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') making.add(file);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest));
}

function isSafe(text: string): boolean {
  const end = text.lastIndexOf('/');
  const flags = text.slice(end + 1);
  const unicode = flags.includes('u');
  // A sticky expression is tried at one place alone. The detector does not know both flags at once; case does not
  // change how an expression goes back.
  const pattern = flags.includes('y') ? `^(?:${text.slice(1, end)})` : text.slice(1, end);
  return isSafePattern(pattern, { unicode, caseInsensitive: flags.includes('i') && !unicode }).safe;
}

describe('an expression that sees text goes back a bounded number of times', () => {
  it.each(expressions.filter(({ text }) => !(text in LINEAR)))('$text in $file', ({ text }) => {
    expect(isSafe(text)).toBe(true);
  });
});

test('what is excepted is still there', () => {
  const texts = new Set(expressions.map(({ text }) => text));
  expect(Object.keys(LINEAR).filter((text) => !texts.has(text))).toEqual([]);
});

test('an expression is made at run time of constants alone', () => {
  expect([...making]).toEqual(MADE);
});

test('an expression that goes back without end is found', () => {
  expect(isSafe('/(a+)+$/')).toBe(false);
  expect(isSafe('/\\s+$/')).toBe(false);
});
