import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startNginx } from '../../scripts/nginx.mjs';
import { inProject } from '../../scripts/paths.mjs';
import { temporaryFolder } from '../../scripts/temporary-folder.mjs';
import { endWithTests } from './child-processes.ts';
import { freePort } from './free-port.ts';
import { startProduct } from './servers.ts';
import { startFew } from './upstream.ts';

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

/** Starts the product with `ACCESS=proxy` over a few tickets, and nginx twice in front: one passes the path `/loopdesk` on, one takes it off. */
export async function startBehindNginx(): Promise<BehindNginx> {
  const [port, strippedPort, ownPort] = [await freePort(), await freePort(), await freePort()];
  const file = join(temporaryFolder('access'), 'access.json');
  await writeFile(file, JSON.stringify(GRANTS));
  const url = `http://127.0.0.1:${port}/loopdesk`;
  const ownUrl = `http://127.0.0.1:${ownPort}`;
  const few = await startFew();
  const [product, nginx] = await Promise.all([
    startProduct({
      ...few.environment,
      ACCESS: 'proxy',
      ACCESS_FILE: file,
      PORT: ownPort,
      PROXY_SIGN_OUT_URL: '/signed-out',
      PROXY_TRUSTED: '127.0.0.1',
      PUBLIC_URL: `${url}/`,
    }),
    startNginx({
      http: configuration(port, strippedPort, ownPort),
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
      few.stop();
    },
  };
}

const [SHARED = '', , SERVER = ''] = readFileSync(inProject('deploy', 'nginx.conf'), 'utf8').split(
  /^(?=server \{)/m,
);

/** deploy/nginx.conf as docs/sign-in.md changes it, on two ports and without TLS; of the second the path is taken off. */
function configuration(port: string, strippedPort: string, ownPort: string): string {
  const shared = SHARED.replace('default off;', 'default "Loopdesk";').replace(':3000', `:${ownPort}`);
  const server = SERVER.replaceAll(/^ *(?:listen|ssl_|access_log|error_log).*\n/gm, '').replace(
    '/etc/nginx/loopdesk.htpasswd',
    'passwords',
  );
  const stripped = server.replace('location / {', 'location / { rewrite ^/loopdesk(/.*) $1 break;');
  return shared + withPort(server, port) + withPort(stripped, strippedPort);
}

function withPort(server: string, port: string): string {
  const added = `listen 127.0.0.1:${port}; location = /signed-out { return 200 "Signed out"; }`;
  return server.replace('server {', `server { ${added}`);
}
