import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { Provider } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';

/** What the provider says of its people, by their names there. */
type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The real counterpart on loopback, and what a test does to it. */
export interface IdentityProvider {
  readonly issuer: string;
  /** Who signs in there next; null when they cancel. */
  account: string | null;
  /** Whether people are shown a page there, to choose who they are, instead. */
  asksWho: boolean;
  /** Whether nobody answers there. */
  isDown: boolean;
  /** Addresses that were asked for, newest last. */
  readonly asked: string[];
  /** Makes another ID token of the right one; null to leave it. */
  forge: ((claims: JWTPayload) => Promise<string>) | null;
  /** Signs as the provider does. */
  sign(claims: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  close(): Promise<void>;
}

interface ProviderOptions {
  /** The origin of the app that people sign in to. */
  readonly app: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accounts: Accounts;
}

export async function startIdentityProvider(options: ProviderOptions): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Another site than the app's, as in life.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, configuration(options, key));
  const listener = provider.callback();
  const identityProvider: IdentityProvider = {
    issuer,
    account: null,
    asksWho: false,
    isDown: false,
    asked: [],
    forge: null,
    sign: (claims, header) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k', ...header }).sign(privateKey),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  server.on('request', (request, response) => {
    answer({ identityProvider, provider, listener, accounts: options.accounts }, request, response);
  });
  return identityProvider;
}

interface Counterpart {
  readonly identityProvider: IdentityProvider;
  readonly provider: Provider;
  readonly listener: RequestListener;
  readonly accounts: Accounts;
}

function answer(
  { identityProvider, provider, listener, accounts }: Counterpart,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { isDown, asked, asksWho, forge, issuer } = identityProvider;
  const { url = '' } = request;
  const account = new URL(url, issuer).searchParams.get('as') ?? identityProvider.account;
  asked.push(url);
  if (isDown) {
    request.socket.destroy();
  } else if (url.startsWith('/interaction/')) {
    if (asksWho && !url.includes('?as=')) {
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(page(Object.keys(accounts).map(choice)));
      return;
    }
    const cancelled = { error: 'access_denied', error_description: 'They would rather not' };
    const result = account === null ? cancelled : { login: { accountId: account } };
    void provider.interactionFinished(request, response, result);
  } else {
    if (url === '/token' && forge !== null) rewrite(response, forge);
    listener(request, response);
  }
}

function choice(account: string): string {
  return `<a href="?as=${account}">${account}</a>`;
}

function page(parts: readonly string[]): string {
  return `<!doctype html><html lang="en"><title>The sign-in service</title>${parts.join(' ')}</html>`;
}

/** Has another ID token in the answer than the one that was to be sent. */
function rewrite(response: ServerResponse, forge: (claims: JWTPayload) => Promise<string>): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const answered = JSON.parse(body);
    void forge(decodeJwt(answered.id_token)).then((idToken) => {
      const text = JSON.stringify({ ...answered, id_token: idToken });
      response.setHeader('Content-Length', Buffer.byteLength(text));
      end(text);
    });
    return response;
  }) as typeof response.end;
}

function configuration({ app, clientId, clientSecret, accounts }: ProviderOptions, key: object): object {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${app}/auth/callback`],
        post_logout_redirect_uris: [`${app}/`],
        backchannel_logout_uri: `${app}/auth/back-channel-logout`,
        backchannel_logout_session_required: true,
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    // The same as by default, but without a warning.
    adapter: createMemoryAdapter(),
    jwks: { keys: [key] },
    cookies: { keys: ['of the tests'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups', '_claim_names'],
    },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts[id] }),
    }),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: {
        logoutSource: showPage((form) => [
          form,
          '<button form="op.logoutForm" name="logout" value="yes">Sign out</button>',
        ]),
        postLogoutSuccessSource: showPage(() => ['You are signed out']),
      },
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    ttl: {
      Interaction: 600,
      Grant: 86_400,
      Session: 86_400,
      AccessToken: 600,
      RefreshToken: 86_400,
      IdToken: 3_600,
    },
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    loadExistingGrant,
    // Its own refuses this machine's addresses.
    fetch: (url: string, { dispatcher: _, ...init }: RequestInit & { dispatcher?: unknown }) =>
      fetch(url, init),
  };
}

function showPage(parts: (form: string) => readonly string[]) {
  return async (context: { body: string }, form: string) => {
    context.body = page(parts(form));
  };
}

/** Nobody is asked whether Loopdesk may know them. */
async function loadExistingGrant({
  oidc,
}: {
  oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } };
}) {
  const { clientId } = oidc.client;
  const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}
