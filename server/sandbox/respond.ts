import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, callOf, type SandboxWorkspace, withPageSize } from './api.ts';
import type { Controls } from './control.ts';
import type { Fault } from './faults.ts';
import { isMisbehaviour, misbehave } from './misbehave.ts';
import type { Random } from './random.ts';
import { shift } from './shift.ts';

/** Page size of `small-pages` when it names none. */
const SMALL_PAGE = 7;

/** All that an answer is made from. */
export interface ResponseContext {
  readonly apiKey: string;
  readonly workspaces: readonly SandboxWorkspace[];
  /** Null when nothing can be made to go wrong. */
  readonly controls: Controls | null;
  readonly random: Random;
}

/** Answers a call of the API: honestly, or as the faults say that are switched on. */
export function respond(request: IncomingMessage, response: ServerResponse, context: ResponseContext): void {
  const { apiKey, workspaces } = context;
  const key = request.headers['api-key'];
  const method = request.method ?? '';
  const sandboxRequest = {
    method,
    url: request.url ?? '',
    apiKey: typeof key === 'string' ? key : undefined,
  };
  const faults = faultsOf(sandboxRequest.url, context);
  const perPage = faults.find(({ kind }) => kind === 'small-pages')?.perPage ?? SMALL_PAGE;
  const isSmall = faults.some(({ kind }) => kind === 'small-pages');
  const url = isSmall ? withPageSize(sandboxRequest.url, perPage) : sandboxRequest.url;
  const { status, body } = answer({ ...sandboxRequest, url }, apiKey, workspaces);
  const fault = faults.find(isMisbehaviour);
  if (fault !== undefined) {
    misbehave(response, fault, body, apiKey);
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...(status === 405 ? { allow: 'GET' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** The faults that befall a call; those of the list itself have happened when this returns. */
function faultsOf(url: string, { controls, workspaces, random }: ResponseContext): readonly Fault[] {
  const call = callOf(url);
  if (controls === null || call === null) return [];
  const faults = controls.faults.befalling(call);
  const workspace = workspaces.find(({ id }) => id === call.workspace);
  for (const { kind } of faults) if (kind === 'shift' && workspace) shift(workspace.tickets, random);
  return faults;
}
