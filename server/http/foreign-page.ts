import type { Request, Response } from 'express';
import { PROBLEMS } from '../../contract/index.ts';
import { basePathOf } from './base-path.ts';
import { sendSmallPage } from './small-page.ts';

/** The addresses of files, as an app would write them into a link. */
const FILE_PATH = /^\/api\/workspaces\/[^/]+\/(tickets\.[a-z]+)$/;

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
  sendSmallPage(response, {
    status,
    title,
    heading: 'One more click for this file',
    paragraphs: [
      'You came here by a link on another site or in another app. Loopdesk hands out tickets only when you ask for them on a page of its own: otherwise any site could have your customers’ data saved on this computer without your knowing.',
      'If you expected this file, here it is:',
    ],
    link: { href: `${basePathOf(response)}${request.originalUrl}`, text: `Download ${file}` },
  });
}
