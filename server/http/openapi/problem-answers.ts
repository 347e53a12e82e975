import { PROBLEMS, type ProblemCode } from '../../../contract/index.ts';
import type { Rule } from '../route-rules.ts';
import { refTo } from './components.ts';
import type { Operation } from './operation.ts';
import { partsOf } from './parameters.ts';

/** Problems that every request may meet. */
const COMMON: readonly ProblemCode[] = [
  'several-hosts',
  'not-signed-in',
  'foreign-origin',
  'host-not-served',
  'too-many-requests',
  'keys-failing',
  'internal-error',
];

/** Every problem that an operation may answer. */
function problemsOf(path: string, rule: Rule, { query, body, problems = [] }: Operation): Set<ProblemCode> {
  return new Set<ProblemCode>([
    ...(query === undefined ? [] : (['invalid-query'] as const)),
    ...(body === undefined ? [] : (['invalid-body', 'body-too-large'] as const)),
    ...(rule === 'signed-in' ? [] : (['not-allowed'] as const)),
    ...partsOf(path).map((name) => `unknown-${name}` as const),
    ...problems,
    ...COMMON,
  ]);
}

/** The answers of an operation that are problems, by status, each with the codes that it may have. */
export function problemAnswers(
  path: string,
  rule: Rule,
  operation: Operation,
): Readonly<Record<string, object>> {
  const codes = [...problemsOf(path, rule, operation)];
  const statuses = new Set(codes.map(statusOf));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      problemAnswer(
        status,
        codes.filter((code) => statusOf(code) === status),
      ),
    ]),
  );
}

function statusOf(code: ProblemCode): number {
  return PROBLEMS[code].status;
}

function problemAnswer(status: number, codes: readonly ProblemCode[]): object {
  return {
    description: `${codes.map((code) => PROBLEMS[code].title).join('. Or: ')}.`,
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: refTo('Problem') },
            { type: 'object', properties: { status: { const: status }, code: { enum: codes } } },
          ],
        },
      },
    },
  };
}
