import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { basePathOf } from './base-path.ts';

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

/** Stricter than for the screens: such a page runs nothing, and has this one style. */
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

/** A page of a few sentences, outside of the screens. Texts are plain ones. */
export interface SmallPage {
  readonly status: number;
  /** The title of its window. */
  readonly title: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly href: string; readonly text: string };
}

/** Answers a page that tells something and leads on by one link. */
export function sendSmallPage(response: Response, page: SmallPage): void {
  const { status, title, heading, paragraphs, link } = page;
  response.status(status).set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': POLICY });
  response.type('text/html').end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Loopdesk</title>
<link rel="icon" href="${basePathOf(response)}/loopdesk.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(heading)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>
</main>
</body>
</html>
`);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
