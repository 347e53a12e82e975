import type { Access } from './access.ts';
import type { AccessRules } from './access-file.ts';
import { openAccess } from './open.ts';
import type { AssertionOptions } from './proxy/assertion.ts';
import type { IdentityHeaders } from './proxy/plain-headers.ts';
import type { RulesLog } from './watched-rules.ts';

/** How people sign in, as the settings say. */
export type AccessSettings =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'proxy';
      readonly accessFile: string;
      readonly trusted: readonly {
        readonly address: string;
        readonly prefix: number;
        readonly family: 'ipv4' | 'ipv6';
      }[];
      readonly headers: IdentityHeaders;
      readonly assertion: AssertionOptions | null;
      readonly signOutUrl: string | null;
    };

interface CreateAccessOptions {
  /** Ids of the workspaces that there are. */
  readonly workspaces: readonly string[];
  readonly logger: RulesLog;
  readonly onChange?: (rules: AccessRules) => void;
}

export type CreatedAccess =
  | { readonly ok: true; readonly access: Access; close(): void }
  /** Each a sentence that names its variable. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** Makes the access of the settings. What it stands on is loaded only where it is asked for. */
export async function createAccess(
  settings: AccessSettings,
  options: CreateAccessOptions,
): Promise<CreatedAccess> {
  if (settings.kind === 'none') return { ok: true, access: openAccess, close: () => undefined };
  const [{ openRules }, { createProxyAccess }] = await Promise.all([
    import('./watched-rules.ts'),
    import('./proxy/proxy-access.ts'),
  ]);
  const opened = await openRules({ path: settings.accessFile, ...options });
  if (!opened.ok) return { ok: false, errors: opened.errors.map((error) => `ACCESS_FILE: ${error}`) };
  const { rules } = opened;
  const access = createProxyAccess({ ...settings, rules, logger: options.logger });
  return { ok: true, access, close: rules.close };
}
