import type { RequestHandler } from 'express';
import { weakTag } from './entity-tag.ts';

/**
 * Answers the app's page for a Loopdesk that people reach under a path of its host. The build is one for all: the page's
 * addresses get the path here, its scripts find each other by their own, and the app reads it off the page.
 *
 * @param html the page as it was built, for the root of a host
 * @param basePath like `/loopdesk`
 */
export function basedPage(html: string, basePath: string): RequestHandler {
  const page = html
    .replace(/(\s(?:href|src)=")\//g, `$1${basePath}/`)
    .replace(/<html(?=[\s>])/, `<html data-base="${basePath}"`);
  const tag = weakTag(page);
  return (_request, response) => {
    response.set({ 'Cache-Control': 'no-cache', ETag: tag }).type('text/html').send(page);
  };
}
