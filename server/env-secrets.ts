import { isApiKey, isDatabaseUrl } from './env-values.ts';
import { codeOf } from './error-code.ts';

/** A secret that may stand in a file of its own. */
interface Secret {
  readonly takes: string;
  isValid(text: string): boolean;
}

export const KEY: Secret = { takes: 'one key in printable ASCII, without spaces', isValid: isApiKey };
export const CLIENT_SECRET: Secret = {
  takes: 'one secret in printable ASCII, without spaces',
  isValid: isApiKey,
};
export const DATABASE: Secret = { takes: 'one postgres or postgresql URL', isValid: isDatabaseUrl };

/** A secret out of a file: null when none is named, and then there is no error either. */
interface SecretFile {
  readonly secret: string | null;
  /** A sentence that names the variable and holds no value. */
  readonly errors: readonly string[];
}

/** Reads the secret that the file has which a variable names. */
export function readSecretFile(
  name: string,
  variables: Readonly<Record<string, string>>,
  readFile: (path: string) => string,
  { takes, isValid }: Secret,
): SecretFile {
  const path = variables[name];
  if (path === undefined) return { secret: null, errors: [] };
  const failed = (error: string) => ({ secret: null, errors: [`${name} ${error}`] });
  try {
    const secret = readFile(path).trim();
    if (secret === '') return failed('names a file that is empty');
    return isValid(secret) ? { secret, errors: [] } : failed(`must hold ${takes}`);
  } catch (error) {
    return failed(`names a file that cannot be read (${codeOf(error)})`);
  }
}
