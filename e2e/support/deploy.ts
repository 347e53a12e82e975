import { cp, mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Within the project, where the copy's server finds its packages. */
const COPIES = fileURLToPath(new URL('../../test-results/', import.meta.url));

/** A copy of the build, for a test to change. */
export async function copyBuild(): Promise<string> {
  await mkdir(COPIES, { recursive: true });
  const copy = await mkdtemp(join(COPIES, 'build-'));
  await cp(BUILD, copy, { recursive: true });
  return copy;
}

/** Puts another build in the place of a copy: the same screens, with every file under another name. */
export async function deployAnother(copy: string): Promise<void> {
  const client = join(copy, 'client');
  const assets = join(client, 'assets');
  const names = await readdir(assets);
  const files = [join(client, 'index.html'), ...names.map((name) => join(assets, name))];
  for (const file of files.filter((name) => /\.(html|js|css)$/.test(name))) {
    let text = await readFile(file, 'utf8');
    for (const name of names) text = text.replaceAll(name, renamed(name));
    await writeFile(file, text);
  }
  for (const name of names) await rename(join(assets, name), join(assets, renamed(name)));
}

/** No name of a file may be within another's any more: they are replaced one after another. */
function renamed(name: string): string {
  return name.replace(/\.(\w+)$/, '~2.$1');
}
