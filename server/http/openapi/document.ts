import type { Me } from '../../../contract/index.ts';
import { SESSION_COOKIE } from '../../access/cookies.ts';
import { ROUTE_RULES, type Rule } from '../route-rules.ts';
import { componentSchemas, refTo } from './components.ts';
import { GENERAL_OPERATIONS } from './general-operations.ts';
import type { Answer, Operation } from './operation.ts';
import { pathParameters, queryParameters, templateOf } from './parameters.ts';
import { problemAnswers } from './problem-answers.ts';
import { WORKSPACE_OPERATIONS } from './workspace-operations.ts';

interface DescribeOptions {
  /** How people sign in. */
  readonly access: Me['access'];
  /** The address where people reach Loopdesk; null where they reach it as it listens. */
  readonly publicUrl: string | null;
}

type Methods<Value> = Readonly<Record<string, Value>>;

const OPERATIONS: Readonly<Record<string, Methods<Operation>>> = {
  ...GENERAL_OPERATIONS,
  ...WORKSPACE_OPERATIONS,
};

const DESCRIPTION = `The tickets of QuestionPro's closed loop, as Loopdesk's own screens get them. \`x-role\` tells whom a
route serves: all who are signed in, or those with that role, or a stronger one, in the workspace of its path, or in any
where it names none. A viewer gets no customer's name, e-mail and words: they are null. Errors are problems (RFC 9457) with a
\`code\` out of a closed list. A client should ignore properties that it does not know.`;

/** Describes the API, in OpenAPI 3.1. */
export function describeApi({ access, publicUrl }: DescribeOptions): object {
  return {
    openapi: '3.1.1',
    info: { title: 'Loopdesk', version: '1', description: DESCRIPTION.replaceAll('\n', ' ') },
    servers: [{ url: publicUrl?.replace(/\/$/, '') ?? '/' }],
    paths: Object.fromEntries(
      Object.entries<Methods<Rule>>(ROUTE_RULES).map(([path, rules]) => [
        templateOf(path),
        pathItem(path, rules, access),
      ]),
    ),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'A browser’s session, from /auth/sign-in.',
        },
        token: { type: 'http', scheme: 'bearer', description: 'An API token, from POST /api/tokens.' },
      },
    },
  };
}

function pathItem(path: string, rules: Methods<Rule>, access: Me['access']): object {
  const methods = Object.entries(rules).map(([method, rule]) => {
    const operation = OPERATIONS[path]?.[method];
    if (operation === undefined) throw new Error(`${method} ${path} is not described`);
    return [method.toLowerCase(), describeOperation(path, rule, operation, access)];
  });
  const parameters = pathParameters(path);
  return { ...(parameters.length > 0 && { parameters }), ...Object.fromEntries(methods) };
}

function describeOperation(path: string, rule: Rule, operation: Operation, access: Me['access']): object {
  const { id, summary, query = [], body, answer } = operation;
  const parameters = queryParameters(query);
  return {
    operationId: id,
    summary,
    'x-role': rule,
    security: securityOf(access, operation),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: jsonOf(body) } }),
    responses: { ...goodAnswers(answer), ...problemAnswers(path, rule, operation) },
  };
}

/** The ways to be known; behind a proxy that signs people in there is one that only the proxy can describe. */
function securityOf(access: Me['access'], { isForPeople }: Operation): readonly object[] {
  if (access === 'none') return [];
  return [access === 'oidc' ? { session: [] } : {}, ...(isForPeople ? [] : [{ token: [] }])];
}

function goodAnswers({ status = 200, json = null, files, isTagged }: Answer): Methods<object> {
  const headers = { ETag: { schema: { type: 'string' } } };
  const description = status === 204 ? 'Done.' : 'The answer.';
  const content = files === undefined ? json && jsonOf(json) : filesOf(files);
  return {
    [status]: { description, ...(isTagged && { headers }), ...(content && { content }) },
    ...(isTagged && status === 200 && { 304: { description: 'As in the answer of that If-None-Match.' } }),
  };
}

function jsonOf(component: string): object {
  return {
    'application/json': { schema: component === 'any' ? { type: 'object' } : { $ref: refTo(component) } },
  };
}

function filesOf(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));
}
