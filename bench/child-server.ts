import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A server of the benchmark in a process of its own. */
export interface ChildServer<Told> {
  readonly server: ChildProcess;
  /** Its first message, which tells where it is. */
  readonly told: Told;
  readonly stop: () => void;
}

/** Starts a script of ours, and waits until it tells where it is. */
export async function startChildServer<Told>(
  script: string,
  args: readonly string[],
): Promise<ChildServer<Told>> {
  const server = fork(script, [...args], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => server.kill();
  try {
    return { server, told: await firstMessage(server), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function firstMessage<Told>(server: ChildProcess): Promise<Told> {
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`the server of the benchmark ended with ${code}`);
  });
  const [told] = await Promise.race([once(server, 'message'), ended]);
  return told as Told;
}
