import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNginx } from '../../scripts/nginx.mjs';
import { endWithTests } from './child-processes.ts';
import { freePort } from './free-port.ts';
import { startProduct } from './servers.ts';

/** The product under a path of a host, with an nginx in front that asks for a password. */
interface BehindNginx {
  /** Where people reach it, without a slash at its end. */
  readonly url: string;
  /** Where the same is by an nginx that takes the path off. */
  readonly strippedUrl: string;
  /** Where Loopdesk itself listens. */
  readonly ownUrl: string;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** The people whom nginx knows; the password of each is their name. */
const PASSWORDS = ['anna', 'vera'].map((name) => `${name}:{PLAIN}${name}\n`).join('');

const GRANTS = {
  grants: [
    { who: 'user:anna', workspaces: '*', role: 'member' },
    { who: 'user:vera', workspaces: ['4201'], role: 'viewer' },
  ],
};

/** Starts the demo with `ACCESS=proxy`, and nginx twice in front: one passes the path `/loopdesk` on, one takes it off. */
export async function startBehindNginx(): Promise<BehindNginx> {
  const [port, strippedPort, ownPort] = [await freePort(), await freePort(), await freePort()];
  const file = join(await mkdtemp(join(tmpdir(), 'loopdesk-access-')), 'access.json');
  await writeFile(file, JSON.stringify(GRANTS));
  const url = `http://127.0.0.1:${port}/loopdesk`;
  const ownUrl = `http://127.0.0.1:${ownPort}`;
  const [product, nginx] = await Promise.all([
    startProduct({
      ACCESS: 'proxy',
      ACCESS_FILE: file,
      PORT: ownPort,
      PROXY_SIGN_OUT_URL: '/signed-out',
      PROXY_TRUSTED: '127.0.0.1',
      PUBLIC_URL: `${url}/`,
    }),
    startNginx({
      http: TOKENS + serverAt(port, ownUrl) + serverAt(strippedPort, `${ownUrl}/`),
      files: { passwords: PASSWORDS },
      ready: url,
    }),
  ]);
  endWithTests(nginx.child);
  return {
    url,
    strippedUrl: `http://127.0.0.1:${strippedPort}/loopdesk`,
    ownUrl,
    output: product.output,
    stop: async () => {
      await Promise.all([product.stop(), nginx.stop()]);
    },
  };
}

/** As in docs/sign-in.md: an API token takes the place of a password. */
const TOKENS = `
  map $http_authorization $loopdesk_realm {
    default     "Loopdesk";
    "~^Bearer " off;
  }
  map $http_authorization $loopdesk_token {
    default     "";
    "~^Bearer " $http_authorization;
  }`;

function serverAt(port: string, target: string): string {
  return `
  server {
    listen 127.0.0.1:${port};
    location /loopdesk/ {
      auth_basic           $loopdesk_realm;
      auth_basic_user_file passwords;
      proxy_pass ${target};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header Forwarded "";
      proxy_set_header X-Forwarded-User $remote_user;
      proxy_set_header X-Forwarded-Email "";
      proxy_set_header X-Forwarded-Preferred-Username "";
      proxy_set_header X-Forwarded-Groups "";
      proxy_set_header Authorization $loopdesk_token;
    }
    location = /signed-out { return 200 "Signed out"; }
  }`;
}
