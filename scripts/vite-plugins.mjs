import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { inProject, ROOT } from './paths.mjs';

/** File in which a build lists the parts of its first piece. */
export const PARTS_FILE = inProject('dist', 'first-load-parts.json');

/**
 * Leaves of each icon its shapes, drawn by a component of ours. They are numbered: their keys are otherwise as long as
 * they are random.
 * @returns {import('vite').Plugin}
 */
export function bareIcons() {
  const ours = JSON.stringify(inProject('client', 'ui', 'create-icon.ts'));
  return {
    name: 'bare-icons',
    transform: {
      filter: { id: /lucide-react\/dist\/esm\/icons\// },
      handler(code) {
        let shapes = 0;
        const bare = code
          .replace(/^import (createLucideIcon) from .*$/m, `import { createIcon as $1 } from ${ours};`)
          .replace(/^ {2}(?:name|size): .*\n/gm, '')
          .replace(/key: "\w+"/g, () => `key: "${shapes++}"`);
        return { code: bare, map: null };
      },
    },
  };
}

/**
 * Notes how many characters each package, and each room of ours, has in the page's own script before it is minified.
 * @returns {import('vite').Plugin}
 */
export function noteParts() {
  return {
    name: 'note-parts',
    writeBundle(_, bundle) {
      /** @type {Record<string, number>} */
      const parts = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          parts[partOf(id)] = (parts[partOf(id)] ?? 0) + renderedLength;
        }
      }
      const sorted = Object.entries(parts).sort(([, a], [, b]) => b - a);
      mkdirSync(dirname(PARTS_FILE), { recursive: true });
      writeFileSync(PARTS_FILE, JSON.stringify(Object.fromEntries(sorted), null, 2));
    },
  };
}

/**
 * The package or the room that a module belongs to.
 * @param {string} id
 */
function partOf(id) {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  if (name !== undefined) return name;
  // What the bundler adds itself begins with a zero.
  const [room, inner] = relative(ROOT, id).replace(/.*\0/, '').split('/');
  return room === 'client' && inner !== undefined && !inner.includes('.') ? `client/${inner}` : (room ?? id);
}
