import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { inProject, ROOT } from './paths.mjs';

const FIELDS = inProject('contract', 'fields.ts');

/** The files of a side that do not compile when `contract/fields.ts` has a field more; tests are left out. */
function filesThatAsk(side: string, field: string): string[] {
  const path = inProject(side, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, inProject(side));
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (relative(name, FIELDS) !== '') return getSourceFile(name, ...rest);
    const text = readFileSync(FIELDS, 'utf8').replace('\n  id: {', `\n  ${field},\n  id: {`);
    return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  };
  const program = ts.createProgram(fileNames, options, host);
  const asking = ts
    .getPreEmitDiagnostics(program)
    .map(({ file }) => (file === undefined ? '' : relative(ROOT, file.fileName)));
  return [...new Set(asking)].filter((name) => !/\.test\.|\/test\/|\/testing\//.test(name)).sort();
}

test('for a field more, the compiler names every place that needs it, and the server needs nothing', () => {
  const field =
    "madeUp: { kind: 'text', of: 'type', filter: 'choice', facet: true, sort: true, column: true }";
  expect(filesThatAsk('contract', field)).toEqual([]);
  expect(filesThatAsk('server', field)).toEqual([]);
  expect(filesThatAsk('client', field)).toEqual([
    'client/format/fields.ts',
    'client/tickets/columns/column-looks.ts',
    'client/tickets/export/shown-text.ts',
    'client/tickets/table/cells.tsx',
  ]);
});
