import type { QueryKey } from '../../../contract/index.ts';
import type { Path } from './operation.ts';

type NameIn<Text extends string> = Text extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Others}`
    ? Name | NameIn<Others>
    : Rest
  : never;

/** Every part of a path that stands for something. */
const PATH_PARTS: Readonly<Record<NameIn<Path>, { readonly description: string; readonly schema: object }>> =
  {
    workspace: { description: 'The id of a workspace.', schema: { type: 'string' } },
    ticket: { description: 'The id of a ticket.', schema: { type: 'integer', minimum: 1 } },
    session: { description: 'The id of a session, which opens nothing.', schema: { type: 'string' } },
    token: { description: 'The id of an API token, which is not its secret.', schema: { type: 'string' } },
  };

/** The names of the parts of a path that stand for something. */
export function partsOf(path: string): readonly (keyof typeof PATH_PARTS)[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as keyof typeof PATH_PARTS);
}

/** The path as OpenAPI writes it, like `/api/tokens/{token}`. */
export function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

/** The parameters of a path. */
export function pathParameters(path: string): readonly object[] {
  return partsOf(path).map((name) => ({ name, in: 'path', required: true, ...PATH_PARTS[name] }));
}

/** The parameters of a query. One that may be repeated is written once for each value. */
export function queryParameters(keys: readonly QueryKey[]): readonly object[] {
  return keys.map(({ name, codec, isRepeatable, isRequired }) => {
    const { takes, schema = { type: 'string' } } = codec;
    const description = isRepeatable
      ? `Each ${takes}; with - before it to exclude it, and with = before a value that begins with - or =.`
      : `It takes ${takes}.`;
    const common = { name, in: 'query', ...(isRequired && { required: true }), description };
    if (!isRepeatable) return { ...common, schema };
    return { ...common, schema: { type: 'array', items: withExcluded(schema) } };
  });
}

function withExcluded(schema: NonNullable<QueryKey['codec']['schema']>): object {
  const { enum: values } = schema;
  return values === undefined
    ? { type: schema.type }
    : { ...schema, enum: [...values, ...values.map((value) => `-${value}`)] };
}
