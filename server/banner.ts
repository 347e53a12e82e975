import type { Env } from './env.ts';

/** The facts in the banner. */
interface BannerOptions {
  readonly env: Env;
  /** The address at which it really listens. */
  readonly url: string;
  readonly workspaces: readonly { readonly name: string }[];
}

const PLAIN =
  '  Warning: PUBLIC_URL is plain http, which is for this machine and for trials. People elsewhere need https.';

/** The first lines for a person who has just started Loopdesk: the address, the source of the data, the next step. */
export function banner({ env, url, workspaces }: BannerOptions): string {
  const names = workspaces.map(({ name }) => name).join(', ');
  return [
    '',
    env.access.kind === 'none'
      ? `  Loopdesk is at ${url}`
      : `  Loopdesk is at ${env.access.publicUrl}, and listens at ${url}`,
    ...(env.access.kind !== 'none' && env.access.publicUrl.startsWith('http:') ? [PLAIN] : []),
    '',
    ...(env.live === null ? demo(env) : [`  Live: ${names}, from ${new URL(env.live.baseUrl).host}`]),
    '  Next: open that address in a browser. Ctrl-C stops Loopdesk.',
    '',
    '',
  ].join('\n');
}

function demo({ workspacesWithoutKey }: Env): string[] {
  const how = 'set QUESTIONPRO_API_KEY and QUESTIONPRO_WORKSPACES, here or in a file .env (see .env.example)';
  return [
    '  Demo data: made-up tickets, from the built-in sandbox.',
    `  To see your own, ${how}.`,
    ...(workspacesWithoutKey ? ['  QUESTIONPRO_WORKSPACES is set, but without a key it is not used.'] : []),
  ];
}
