import { fileURLToPath } from 'node:url';

type Program = 'main' | 'recording-process' | 'sandbox' | 'store';

/** The path of a program of ours, which is built before the tests. */
export function programOf(name: Program): string {
  return fileURLToPath(new URL(`../../dist/test-programs/${name}.js`, import.meta.url));
}
