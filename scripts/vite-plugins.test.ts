import { expect, test } from 'vitest';
import { bareIcons } from './vite-plugins.mjs';

/** Shapes that the build leaves of an icon's. */
function shapesOf(shapes: string): string {
  const plugin = bareIcons() as unknown as { transform: { handler: (code: string) => { code: string } } };
  const { code } = plugin.transform.handler(`const __iconData = {\n  name: "it",\n  node: [${shapes}]\n};`);
  return /node: (.*)/.exec(code)?.[1] ?? code;
}

test('strokes become one path, whose pieces begin where they did', () => {
  expect(
    shapesOf(`
    ["circle", { cx: "12", cy: "13", r: "8", key: "3y4lt7" }],
    ["path", { d: "M12 9v4l2 2", key: "1c63tq" }],
    ["path", { d: "m22 6-3-3", key: "1opdir" }],
    [
      "path",
      {
        d: "m4.93.5.7.7",
        key: "1i51kw"
      }
    ],
    ["path", { d: "m9 7h1", key: "1i51kv" }],
    ["line", { x1: "5", x2: "19", y1: "9", y2: "15", key: "1nwqeh" }]
  `),
  ).toBe(
    '[["path",{"d":"M4 13a8 8 0 1 0 16 0a8 8 0 1 0 -16 0zM12 9v4l2 2M22 6l-3-3M4.93 .5l.7.7M9 7h1M5 9L19 15","key":"0"}]]',
  );
});

test('what is no plain stroke stays as it is', () => {
  expect(
    shapesOf(
      `["rect", { width: "4", height: "2", x: "1", y: "1", key: "a" }], ["path", { d: "M1 1h.01", fill: "none", key: "b" }], ["path", { d: "M2 2h1", key: "c" }]`,
    ),
  ).toBe(
    '[["path",{"d":"M2 2h1","key":"0"}],["rect",{"width":"4","height":"2","x":"1","y":"1","key":"1"}],["path",{"d":"M1 1h.01","fill":"none","key":"2"}]]',
  );
});
