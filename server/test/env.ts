import { parseEnv } from '../env.ts';

/** Reads a file where there is none. */
export function noFile(): string {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
}

/** The settings out of variables, which are without an error. */
export function envOf(variables: Record<string, string>, readFile = noFile) {
  const result = parseEnv(variables, readFile);
  if (!result.ok) throw new Error(result.errors.join('; '));
  return result.env;
}

/** The errors of variables. */
export function errorsOf(variables: Record<string, string>, readFile = noFile): readonly string[] {
  const result = parseEnv(variables, readFile);
  return result.ok ? [] : result.errors;
}
