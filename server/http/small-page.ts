import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { basePathOf } from './base-path.ts';

// The screens' own colours and sizes, whose style sheet a page outside of them does not have.
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; font: 0.9375rem/1.5 system-ui, sans-serif; text-align: center; color: #454f5e; background: #f4f5f8; }
header { display: flex; gap: 0.625rem; align-items: center; height: 3rem; padding: 0 1rem; font-weight: 650;
  color: #131820; background: #fff; border-bottom: 1px solid #e3e6ec; }
svg { width: 1.625rem; }
main { max-width: 34rem; margin: 0 auto; padding: min(14vh, 8rem) 1rem 2rem; overflow-wrap: anywhere; text-wrap: pretty; }
h1 { margin: 0; font-size: 1.125rem; font-weight: 650; line-height: 1.3; color: #131820; text-wrap: balance; }
p { margin: 0.75rem 0 0; }
a { display: inline-block; padding: 0.5rem 0.875rem; border: 1px solid transparent; border-radius: 0.375rem;
  font-weight: 500; text-decoration: none; color: #fff; background: #3346c7; }
a:hover { background: #2a3aa8; }
a:focus-visible { outline: 2px solid #3346c7; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { color: #b6bfcb; background: #0c0f14; }
  header { color: #eef1f5; background: #14181f; border-color: #272e39; }
  h1 { color: #eef1f5; }
  a { background: #4d61e6; }
  a:hover { background: #4152c8; }
  a:focus-visible { outline-color: #9aa9ff; }
}
`;

/** The mark of the product, as in client/public/loopdesk.svg. */
const MARK =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#3346c7"/>' +
  '<g fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round">' +
  '<path d="M22.5 12.2A7.5 7.5 0 1 0 23.5 16"/><path d="M23.9 7.6v5.2h-5.2"/></g></svg>';

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
<header>${MARK}Loopdesk</header>
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
