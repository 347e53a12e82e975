import { Ajv2020 } from 'ajv/dist/2020.js';

/** An answer as supertest has it. */
interface GivenAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedMethod>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface DescribedMethod {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}

/** Tells what of an answer a description of the API does not have: an empty list when it fits. */
export type AnswerCheck = (method: string, path: string, answer: GivenAnswer) => readonly string[];

/** Checks answers against a description, in which no object may have a property that it does not name. */
export function createAnswerCheck(description: object): AnswerCheck {
  const { paths, components } = description as Description;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'api', paths, components: closed(components) });
  return (method, path, { status, type, body }) => {
    const steps = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const described = paths[path]?.[method.toLowerCase()]?.responses[status];
    if (described === undefined) return [`${status} is not described`];
    const { content } = described;
    if (content === undefined) return type === '' ? [] : [`${type} in the place of nothing`];
    if (content[type] === undefined) return [`${type} is not described`];
    if (!type.endsWith('json')) return [];
    const check = ajv.compile({
      $ref: `api#/${[...steps, 'content', type, 'schema'].map(escaped).join('/')}`,
    });
    if (check(body)) return [];
    return (check.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  };
}

/** A step of a JSON pointer in an address. */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]));
  return Object.hasOwn(schema, 'properties') ? { additionalProperties: false, ...parts } : parts;
}
