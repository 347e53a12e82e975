import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { PROBLEMS } from '../../contract/index.ts';

/** The addresses of files, as an app would write them into a link. */
const FILE_PATH = /^\/api\/workspaces\/[^/]+\/(tickets\.[a-z]+)$/;

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 12vh 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1f26; background: #fff; }
main { max-width: 36rem; margin: 0 auto; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
a { display: inline-block; padding: 0.6rem 1rem; border-radius: 0.375rem; color: #fff; background: #1f4fd8; }
a:focus-visible { outline: 3px solid #1f4fd8; outline-offset: 3px; }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8ee; background: #14161b; }
  a { color: #0b1020; background: #9db7ff; }
  a:focus-visible { outline-color: #9db7ff; }
}
@media (forced-colors: active) { a { border: 1px solid; } }
`;

/** Stricter than for the screens: this page runs nothing, and has this one style. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join(';');

/**
 * The name of the file that a person wants who clicked a link to it on another site or in a chat; null for any
 * other request.
 */
export function wantedFile(request: Request): string | null {
  const isClick =
    request.method === 'GET' &&
    request.get('Sec-Fetch-Mode') === 'navigate' &&
    request.get('Sec-Fetch-Dest') === 'document';
  if (!isClick) return null;
  const [path = ''] = request.originalUrl.split('?', 1);
  return FILE_PATH.exec(path)?.[1] ?? null;
}

/**
 * Answers such a click with a page that says why the file does not come by itself, and links to it: a click
 * there comes from our own page, and from a person.
 */
export function answerForeignClick(request: Request, response: Response, file: string): void {
  const { status, title } = PROBLEMS['foreign-origin'];
  response.status(status).set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': POLICY });
  response.type('text/html').end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Loopdesk</title>
<link rel="icon" href="/loopdesk.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>One more click for this file</h1>
<p>You came here by a link on another site or in another app. Loopdesk hands out tickets only when you ask for them on a page of its own: otherwise any site could have your customers’ data saved on this computer without your knowing.</p>
<p>If you expected this file, here it is:</p>
<p><a href="${escapeHtml(request.originalUrl)}">Download ${file}</a></p>
</main>
</body>
</html>
`);
}

/** Node refuses addresses with anything but visible ASCII, so nothing else is to be escaped. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
