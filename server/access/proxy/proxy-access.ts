import { type Access, KeysFailing } from '../access.ts';
import type { AccessFigures } from '../figures.ts';
import { createNetworks } from '../networks.ts';
import { principalOf } from '../principal-of.ts';
import type { WatchedRules } from '../watched-rules.ts';
import { type AssertionOptions, createAssertionReader } from './assertion.ts';
import { type IdentityHeaders, readIdentity } from './plain-headers.ts';

/** The log of what keeps people out. */
interface ProxyLog {
  warn(facts: object, message: string): void;
}

interface ProxyAccessOptions {
  /** The networks whose word counts. */
  readonly trusted: Parameters<typeof createNetworks>[0];
  readonly headers: IdentityHeaders;
  /** A signed statement in the place of plain headers; null for those. */
  readonly assertion: AssertionOptions | null;
  readonly signOutUrl: string | null;
  readonly rules: Pick<WatchedRules, 'current'>;
  readonly logger: ProxyLog;
}

/** Access by a proxy in front that signs people in: only what it says counts, and only when it is the one that says it. */
export function createProxyAccess(
  options: ProxyAccessOptions,
): Access & Pick<AccessFigures, 'areKeysFailing'> {
  const { headers, assertion, signOutUrl, rules, logger } = options;
  const trusted = createNetworks(options.trusted);
  const readAssertion = assertion === null ? null : createAssertionReader(assertion);
  let isKeyless = false;

  return {
    areKeysFailing: assertion === null ? null : () => isKeyless,
    kind: 'proxy',
    signOutUrl,
    contact: () => rules.current().contact,
    authenticate(request) {
      if (!trusted.has(request.socket.remoteAddress)) return null;
      if (readAssertion === null) {
        const identity = readIdentity(request, headers);
        return identity === null ? null : principalOf(identity, rules);
      }
      return readAssertion(request).then(
        (identity) => {
          if (identity === null) return null;
          isKeyless = false;
          return principalOf(identity, rules);
        },
        (err: unknown) => {
          if (!isKeyless)
            logger.warn({ err }, 'the keys of PROXY_JWKS_URL cannot be had: nobody can be let in');
          isKeyless = true;
          throw new KeysFailing('The keys of PROXY_JWKS_URL cannot be had', { cause: err });
        },
      );
    },
  };
}
