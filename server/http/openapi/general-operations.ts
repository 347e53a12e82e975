import { AUDIT_ACTIONS, type ProblemCode, type QueryKey } from '../../../contract/index.ts';
import type { Operations, Path, WorkspacePath } from './operation.ts';

/** Where nobody signs in, or nothing is stored, there is no such thing. */
const MAY_BE_ABSENT: readonly ProblemCode[] = ['unknown-route', 'store-failing'];

const AUDIT_FILTER: readonly QueryKey[] = [
  optional('action', {
    takes: 'an action, for its entries alone',
    schema: { type: 'string', enum: AUDIT_ACTIONS },
  }),
  optional('who', { takes: 'a part of the name or id of whoever did it, ignoring case' }),
  optional('from', { takes: 'a day of UTC, or an instant: the first that is let in' }),
  optional('to', { takes: 'a day of UTC, which is let in whole, or an instant: the first that is kept out' }),
];

/** The methods of the routes that are about no single workspace. */
export const GENERAL_OPERATIONS: Operations<Exclude<Path, WorkspacePath>> = {
  '/api/me': {
    GET: {
      id: 'getMe',
      summary: 'Tells who you are here, and your role in each workspace.',
      answer: { json: 'Me' },
    },
  },
  '/api/openapi.json': {
    GET: { id: 'getDescription', summary: 'Describes this API in OpenAPI 3.1.', answer: { json: 'any' } },
  },
  '/api/audit': {
    GET: {
      id: 'getAudit',
      summary: 'Lists who has done what, the newest first.',
      query: [...AUDIT_FILTER, optional('before', { takes: 'the `next` of another answer' })],
      answer: { json: 'AuditLog' },
      problems: MAY_BE_ABSENT,
    },
  },
  '/api/audit.csv': {
    GET: {
      id: 'getAuditCsv',
      summary: 'Writes all that the audit log has under the query as text, the newest first.',
      query: AUDIT_FILTER,
      answer: { files: ['text/csv'] },
      problems: MAY_BE_ABSENT,
    },
  },
  '/api/sessions': {
    GET: {
      id: 'listSessions',
      summary: 'Lists where you are signed in; everybody’s sessions for an admin of all workspaces.',
      answer: { json: 'Sessions' },
      problems: [...MAY_BE_ABSENT, 'not-allowed'],
      isForPeople: true,
    },
  },
  '/api/sessions/:session': {
    DELETE: {
      id: 'endSession',
      summary: 'Ends a session at once.',
      answer: { status: 204, json: null },
      problems: [...MAY_BE_ABSENT, 'not-allowed'],
      isForPeople: true,
    },
  },
  '/api/tokens': {
    GET: {
      id: 'listTokens',
      summary: 'Lists your API tokens, without their secrets; everybody’s for an admin of all workspaces.',
      answer: { json: 'Tokens' },
      problems: MAY_BE_ABSENT,
      isForPeople: true,
    },
    POST: {
      id: 'createToken',
      summary: 'Makes an API token, and tells its secret this once.',
      body: 'NewToken',
      answer: { status: 201, json: 'CreatedToken' },
      problems: MAY_BE_ABSENT,
      isForPeople: true,
    },
  },
  '/api/tokens/:token': {
    DELETE: {
      id: 'revokeToken',
      summary: 'Ends an API token at once.',
      answer: { status: 204, json: null },
      problems: MAY_BE_ABSENT,
      isForPeople: true,
    },
  },
  '/api/workspaces': {
    GET: {
      id: 'listWorkspaces',
      summary: 'Lists the workspaces that you may see.',
      answer: { json: 'Workspaces', isTagged: true },
    },
  },
};

function optional(name: string, codec: QueryKey['codec']): QueryKey {
  return { name, codec, isRepeatable: false, isRequired: false };
}
