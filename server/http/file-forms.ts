import { readdirSync } from 'node:fs';
import { extname, sep } from 'node:path';
import type { Request, Response } from 'express';
import { acceptedEncoding, type Encoding } from './content-encodings.ts';

/** The ends of the names that the build gives to a file's encoded forms. */
const ENDS = { br: '.br', gzip: '.gz' } as const;

/** The encoded forms of a folder's files. Names are relative to it, with slashes. */
export interface FileForms {
  /** Whether a file has any. */
  has(name: string): boolean;
  /** The name of the form of a file that a client gets: its own where there is none that it takes. */
  choose(name: string, request: Request, response: Response): string;
}

/** Reads once which forms the build has put there: what is built anew is served by a server that is started anew. */
export function findFileForms(directory: string): FileForms {
  const paths = readdirSync(directory, { recursive: true }).map((path) => String(path).split(sep).join('/'));
  const files = new Set(paths);
  const has = (name: string) => files.has(name + ENDS.br) && files.has(name + ENDS.gzip);
  return {
    has,
    choose(name, request, response) {
      if (!has(name)) return name;
      response.vary('Accept-Encoding');
      const encoding = acceptedEncoding(request);
      return encoding === 'identity' ? name : name + ENDS[encoding];
    },
  };
}

/** The file whose form this one is, and the encoding that it has; itself and null for every other file. */
export function originOf(path: string): { readonly plain: string; readonly encoding: Encoding | null } {
  const end = extname(path);
  const plain = path.slice(0, path.length - end.length);
  if (end === ENDS.br) return { plain, encoding: 'br' };
  return end === ENDS.gzip ? { plain, encoding: 'gzip' } : { plain: path, encoding: null };
}
