import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { FIELD_KEYS, fieldOf } from '../../contract/index.ts';
import { inProject } from '../paths.mjs';

/**
 * Names in the sources by which a field is meant: its key, and the ticket's property where no other field has that. A
 * name that kinds of fields have too, `id` among them, may mean anything.
 */
const FIELD_OF_NAME: ReadonlyMap<string, string> = namesOfFields();

function namesOfFields(): Map<string, string> {
  const names = new Map<string, string>();
  for (const key of FIELD_KEYS) if (!names.has(fieldOf(key).of)) names.set(fieldOf(key).of, key);
  for (const key of FIELD_KEYS) names.set(key, key);
  const kinds = FIELD_KEYS.map((key) => fieldOf(key).kind);
  for (const kind of kinds) names.delete(kind);
  return names;
}

/** The production files that name at least so many fields, in the order of their paths. */
export function filesNaming(least: number): string[] {
  return ['contract', 'server', 'client']
    .flatMap(filesOf)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/test\/|\/testing\//.test(path))
    .filter((path) => fieldsNamedIn(path, least).size >= least)
    .sort();
}

function filesOf(side: string): string[] {
  return readdirSync(inProject(side), { recursive: true, encoding: 'utf8' }).map((path) => join(side, path));
}

/** None when the text has not even so many of the names: most files need not be parsed. */
function fieldsNamedIn(path: string, least: number): ReadonlySet<string> {
  const text = readFileSync(inProject(path), 'utf8');
  const fields = new Set<string>();
  if ([...FIELD_OF_NAME.keys()].filter((name) => text.includes(name)).length < least) return fields;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const field = FIELD_OF_NAME.get(nameIn(node) ?? '');
    if (field !== undefined) fields.add(field);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return fields;
}

/** The name that a node has of a property, or as a text; attributes of elements, such as `type`, are none. */
function nameIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return ts.isJsxAttribute(node.parent) ? undefined : node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).getText();
  if (
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node)
  ) {
    return node.name.getText();
  }
  return undefined;
}
