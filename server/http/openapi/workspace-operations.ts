import {
  csvRequest,
  type ProblemCode,
  queryKeys,
  requestKeys,
  summaryRequest,
  trendsRequest,
  workbookRequest,
} from '../../../contract/index.ts';
import { WORKBOOK_TYPE } from '../../../contract/workbook/index.ts';
import type { Operations, WorkspacePath } from './operation.ts';

/** Problems of all answers that are made from a snapshot, and of those that need one. */
const OF_SNAPSHOT: readonly ProblemCode[] = ['snapshot-gone', 'not-loaded-yet'];
const NEEDS_SNAPSHOT: readonly ProblemCode[] = [...OF_SNAPSHOT, 'upstream-failing'];

/** The methods of the routes about one workspace. */
export const WORKSPACE_OPERATIONS: Operations<WorkspacePath> = {
  '/api/workspaces/:workspace/tickets': {
    GET: {
      id: 'listTickets',
      summary: 'Lists a page of the tickets that the query matches, with counts of each value.',
      query: queryKeys(),
      answer: { json: 'TicketList', isTagged: true },
      problems: NEEDS_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/tickets.csv': {
    GET: {
      id: 'getCsv',
      summary: 'Writes all tickets that the query matches as text, separated as you like.',
      query: requestKeys(csvRequest),
      answer: { files: ['text/csv', 'text/tab-separated-values'] },
      problems: NEEDS_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/tickets.xlsx': {
    GET: {
      id: 'getWorkbook',
      summary: 'Writes all tickets that the query matches as a workbook.',
      query: requestKeys(workbookRequest),
      answer: { files: [WORKBOOK_TYPE] },
      problems: NEEDS_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/tickets/:ticket': {
    GET: {
      id: 'getTicket',
      summary: 'Tells everything about a ticket.',
      query: queryKeys().filter(({ name }) => name === 'at'),
      answer: { json: 'Ticket', isTagged: true },
      problems: NEEDS_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/tickets/:ticket/history': {
    GET: {
      id: 'getTicketHistory',
      summary: 'Lists the recorded changes of a ticket, the newest first.',
      query: [],
      answer: { json: 'TicketHistory', isTagged: true },
      problems: ['not-loaded-yet', 'store-failing'],
    },
  },
  '/api/workspaces/:workspace/trends': {
    GET: {
      id: 'getTrends',
      summary: 'Counts what came, went and was open, by days, weeks or months.',
      query: requestKeys(trendsRequest),
      answer: { json: 'Trends', isTagged: true },
      problems: ['not-loaded-yet', 'store-failing', 'upstream-failing'],
    },
  },
  '/api/workspaces/:workspace/report': {
    GET: {
      id: 'getReport',
      summary: 'Tells when the Monday page is sent, and to whom.',
      query: [],
      answer: { json: 'Report', isTagged: true },
      problems: ['store-failing'],
    },
    PUT: {
      id: 'saveReport',
      summary: 'Changes when the Monday page is sent, and to whom.',
      query: [],
      body: 'ReportSchedule',
      answer: { json: 'Report', isTagged: true },
      problems: ['unsupported-media-type', 'no-mail', 'conflict', 'store-failing'],
    },
  },
  '/api/workspaces/:workspace/summary': {
    GET: {
      id: 'getSummary',
      summary: 'Counts the tickets that the query matches by one or two keys.',
      query: requestKeys(summaryRequest),
      answer: { json: 'Summary', isTagged: true },
      problems: NEEDS_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/snapshot': {
    GET: {
      id: 'getSnapshot',
      summary: 'Tells how old the data is, and what is new.',
      query: queryKeys(),
      answer: { json: 'SnapshotStatus', isTagged: true },
      problems: OF_SNAPSHOT,
    },
  },
  '/api/workspaces/:workspace/refresh': {
    POST: {
      id: 'refresh',
      summary: 'Asks for a read of QuestionPro now, within the calls of the day.',
      query: queryKeys(),
      answer: { status: 202, json: 'SnapshotStatus' },
      problems: OF_SNAPSHOT,
    },
  },
};
