import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchNode, NODE_VERSIONS } from './node-binaries.mjs';
import { makeProductionCopy } from './production-copy.mjs';

/** Seconds in which the product must have its first tickets: on a busy machine a start takes several. */
const PATIENCE_S = 60;

/**
 * Starts the product on the sandbox, asks it what people and machines ask, and ends it.
 * @param {string} folder a copy of the product
 * @param {string} node the path of the binary that is to run it
 * @throws Error that says what went wrong, with all that the product has printed
 */
async function tryProduct(folder, node) {
  // Nothing of this process's settings: a key among them would be used.
  const child = spawn(node, [join(folder, 'dist', 'server', 'main.js')], { cwd: folder, env: { PORT: '0' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close');
  try {
    const url = await poll(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? null, child);
    await poll(async () => ((await fetch(`${url}/readyz`)).ok ? true : null), child);
    await askAll(url);
    child.kill('SIGTERM');
    const [code] = await ended;
    expectThat(code === 0, `it ended with ${code}`);
    expectThat(output.includes('"stopping"'), 'its last lines are missing from the log');
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${output}`);
  } finally {
    child.kill('SIGKILL');
  }
}

/** @param {string} url */
async function askAll(url) {
  const get = async (/** @type {string} */ path) => {
    const answer = await fetch(url + path);
    expectThat(answer.ok, `${path} answered ${answer.status}`);
    return answer;
  };
  expectThat((await (await get('/healthz')).text()) === '{"status":"ok"}', '/healthz is not ok');
  /** @type {{ workspaces: { id: string }[] }} */
  const { workspaces } = JSON.parse(await (await get('/api/workspaces')).text());
  const tickets = `/api/workspaces/${workspaces[0]?.id}/tickets`;
  /** @type {{ tickets: object[], page: { total: number } }} */
  const list = JSON.parse(await (await get(`${tickets}?perPage=7`)).text());
  expectThat(list.tickets.length === 7, `the list has ${list.tickets.length} tickets`);
  const csv = await (await get(`${tickets}.csv`)).text();
  expectThat(csv.split('\n').length > list.page.total, 'the file has too few lines');
  const page = await get('/');
  expectThat(page.headers.get('content-type')?.startsWith('text/html') === true, 'the page is no page');
}

/**
 * @template Value
 * @param {() => Value | null | Promise<Value | null>} read
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Value>} what `read` returns once it is not null
 */
async function poll(read, child) {
  for (let waited = 0; waited < PATIENCE_S * 10; waited++) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it was ready`);
    const value = await read();
    if (value !== null) return value;
    await sleep(100);
  }
  throw new Error(`it was not ready within ${PATIENCE_S} s`);
}

/**
 * @param {boolean} holds
 * @param {string} otherwise
 */
function expectThat(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

// The product with its own packages alone, on this Node and on all others that can be had, one beside the other.
const folder = makeProductionCopy();
const others = await Promise.all(
  NODE_VERSIONS.map(async (version) => ({ version, binary: await fetchNode(version) })),
);
for (const { version, binary } of others) {
  if (binary === null) console.log(`Not tried on Node ${version}: it could not be fetched.`);
}
const binaries = [{ version: process.versions.node, binary: process.execPath }, ...others];
const tried = await Promise.allSettled(
  binaries.map(async ({ version, binary }) => {
    if (binary === null) return;
    await tryProduct(folder, binary);
    console.log(`Runs on Node ${version}.`);
  }),
);
rmSync(folder, { recursive: true });
for (const [index, result] of tried.entries()) {
  if (result.status === 'rejected')
    console.error(`Node ${binaries[index]?.version}: ${result.reason.message}`);
}
process.exit(tried.every(({ status }) => status === 'fulfilled') ? 0 : 1);
