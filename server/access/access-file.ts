import * as z from 'zod/mini';
import { ROLES } from '../../contract/index.ts';
import type { Grant, Grantee } from './grants.ts';
import { foldCase } from './identity.ts';

/** Who may see what, as the file of that name says it. */
export interface AccessRules {
  readonly grants: readonly Grant[];
  /** Whom to ask for access; null when the file names nobody. */
  readonly contact: string | null;
}

export type ParsedAccessFile =
  | { readonly ok: true; readonly rules: AccessRules }
  /** Each a sentence that names the place. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** The largest file, in characters, and the most grants in it. */
const MAX_LENGTH = 1_000_000;
const MAX_GRANTS = 10_000;

const WHO = 'group:NAME, user:E-MAIL, domain:NAME or everyone';

const whoSchema = z.pipe(
  z.string(),
  z.transform((text, context): Grantee => {
    const who = parseWho(text);
    if (who !== null) return who;
    context.issues.push({ code: 'custom', input: text, message: `must be ${WHO}` });
    return { kind: 'everyone' };
  }),
);

const fileSchema = z.strictObject({
  grants: z
    .array(
      z.strictObject({
        who: whoSchema,
        workspaces: z.union([z.literal('*'), z.array(z.string())], {
          error: 'must be a list of ids, or "*"',
        }),
        role: z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` }),
      }),
    )
    .check(z.maxLength(MAX_GRANTS, `may have at most ${MAX_GRANTS} entries`)),
  contact: z.optional(z.string().check(z.maxLength(500, 'may have at most 500 characters'))),
});

/**
 * Reads the text of an access file.
 *
 * @param workspaces the ids that there are: a grant for another one is a mistake that would let in nobody
 */
export function parseAccessFile(text: string, workspaces: readonly string[]): ParsedAccessFile {
  if (text.length > MAX_LENGTH) return { ok: false, errors: ['is larger than 1 MB'] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return {
      ok: false,
      errors: ['is no JSON: see docs/access.md for its form, and look for a comma too many'],
    };
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      errors: parsed.error.issues.map((issue) => `${placeOf(issue.path)} ${explain(issue)}`),
    };
  }
  const { grants, contact = null } = parsed.data;
  const errors = grants.flatMap((grant, index) =>
    unknownIds(grant, workspaces).map(
      (id) =>
        `grants[${index}].workspaces names ${JSON.stringify(id.slice(0, 60))}, which is none of QUESTIONPRO_WORKSPACES`,
    ),
  );
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rules: { grants, contact } };
}

function parseWho(text: string): Grantee | null {
  if (text === 'everyone') return { kind: 'everyone' };
  const [, kind, name = ''] = /^(group|user|domain):(.+)$/s.exec(text) ?? [];
  const trimmed = name.trim();
  if (trimmed === '') return null;
  if (kind === 'group') return { kind, name: trimmed };
  if (kind === 'user') return { kind, name: foldCase(trimmed) };
  if (kind === 'domain' && !/[@\s]/.test(trimmed)) return { kind, name: foldCase(trimmed) };
  return null;
}

function unknownIds({ workspaces }: Grant, known: readonly string[]): readonly string[] {
  return workspaces === '*' ? [] : workspaces.filter((id) => !known.includes(id));
}

/** `grants[3].who`; the file itself where an error has no place. */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

/** The library's names of types, as people call them. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
};

/** An error in a sentence, after its place. Those that no schema above has words for have them here. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `has keys that it must not have: ${issue.keys.join(', ').slice(0, 200)}`;
  if (issue.code === 'invalid_type') return `must be ${JSON_TYPES[issue.expected] ?? issue.expected}`;
  return issue.message;
}
