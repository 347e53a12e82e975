import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { inProject, ROOT } from './paths.mjs';

/** File in which a build lists the parts of its first piece. */
export const PARTS_FILE = inProject('dist', 'first-load-parts.json');

/** An icon's shapes as the library writes them, and one of them: its name, and its attributes. */
const SHAPES = /node: \[(?:\s*\[\s*"\w+",\s*\{[^}]*\}\s*\],?)*\s*\]/;
const SHAPE = /\[\s*"(\w+)",\s*\{([^}]*)\}\s*\]/g;

/**
 * Leaves of each icon its shapes, drawn by a component of ours: its strokes as one path, since a list has hundreds of
 * icons, and each shape is an element. They are numbered: their keys are otherwise as long as they are random.
 * @returns {import('vite').Plugin}
 */
export function bareIcons() {
  const ours = JSON.stringify(inProject('client', 'ui', 'create-icon.ts'));
  return {
    name: 'bare-icons',
    transform: {
      filter: { id: /lucide-react\/dist\/esm\/icons\// },
      handler(code) {
        const bare = code
          .replace(/^import (createLucideIcon) from .*$/m, `import { createIcon as $1 } from ${ours};`)
          .replace(/^ {2}(?:name|size): .*\n/gm, '')
          .replace(SHAPES, (shapes) => `node: ${JSON.stringify(joinStrokes(shapes))}`);
        return { code: bare, map: null };
      },
    },
  };
}

/**
 * The shapes with all plain strokes as one.
 * @param {string} shapes
 */
function joinStrokes(shapes) {
  let path = '';
  const others = [];
  for (const [, shape = '', text = ''] of shapes.matchAll(SHAPE)) {
    const { key: _, ...attributes } = Object.fromEntries(
      [...text.matchAll(/([\w-]+)"?: "([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    const stroke = toStroke(shape, attributes);
    if (stroke === null) others.push([shape, { ...attributes, key: String(others.length + 1) }]);
    else path += stroke;
  }
  return path === '' ? others : [['path', { d: path, key: '0' }], ...others];
}

/**
 * A shape as a piece of a path; null for one that is no plain stroke.
 * @param {string} shape
 * @param {Record<string, string>} attributes
 */
function toStroke(shape, { d = '', x1, y1, x2, y2, cx, cy, r, ...others }) {
  if (Object.keys(others).length > 0) return null;
  if (shape === 'line') return `M${x1} ${y1}L${x2} ${y2}`;
  if (shape === 'circle') return `M${Number(cx) - Number(r)} ${cy}${arc(r, 2)}${arc(r, -2)}z`;
  if (shape !== 'path') return null;
  // Behind another piece, a relative beginning would count from where that one ends.
  return d.replace(BEGINNING, (_, x, y, next) => `M${x} ${y}${/[a-z]/i.test(next) ? '' : 'l'}${next}`);
}

/** A path's relative first point, and what comes next. */
const BEGINNING = /^m ?(-?\d*\.?\d+)[ ,]?(-?\d*\.?\d+) ?(.)/;

/**
 * Half a circle, to the right or to the left.
 * @param {string | undefined} radius
 * @param {2 | -2} way
 */
function arc(radius, way) {
  return `a${radius} ${radius} 0 1 0 ${way * Number(radius)} 0`;
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
