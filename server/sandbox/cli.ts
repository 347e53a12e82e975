import { HELP, parseArguments } from './arguments.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './server.ts';

/** The command `npm run sandbox`. */
async function main(args: readonly string[]): Promise<void> {
  const command = parseArguments(args);
  if (command.kind === 'help') process.stdout.write(HELP);
  else if (command.kind === 'errors') fail([...command.errors, 'See --help.'].join('\n'));
  else await run(command.options);
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options).catch((error: unknown) => {
    fail(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (sandbox === undefined) return;
  process.stdout.write(greeting(sandbox));
  const stop = () => void sandbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function greeting({ baseUrl, apiKey, workspaces }: Sandbox): string {
  const list = workspaces.map(({ id, name }) => `${id}=${name}`).join(',');
  return `The sandbox answers at ${baseUrl} for the workspaces
${workspaces.map(({ id, name }) => `  ${id}  ${name}`).join('\n')}

To run Loopdesk on it, in another terminal:

QUESTIONPRO_BASE_URL='${baseUrl}' \\
QUESTIONPRO_API_KEY='${apiKey}' \\
QUESTIONPRO_WORKSPACES='${list}' \\
npm start

Ctrl-C ends the sandbox.
`;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

await main(process.argv.slice(2));
