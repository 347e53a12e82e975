import { DEFAULT_QUERY, type TicketQuery, type Trends } from '../../contract/index.ts';
import {
  composeMonday,
  type MondayPage,
  mondayQuestions,
  mondayTrends,
} from '../../contract/monday/index.ts';
import { calendarBuckets } from '../history/calendar-buckets.ts';
import type { RecordedHistory } from '../history/recorded-history.ts';
import { trends } from '../history/trends.ts';
import { listTickets } from '../query/index.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** The Monday page of a whole workspace, and where its numbers come from. */
export interface Report {
  readonly workspace: string;
  readonly page: MondayPage;
  readonly trends: Trends;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly takenAt: number;
  readonly loaded: number;
  /** The number of tickets that QuestionPro has; null when all of them were read. */
  readonly ofTotal: number | null;
}

interface ReportSources {
  /** The workspace's name. */
  readonly workspace: string;
  readonly snapshot: Snapshot;
  readonly history: RecordedHistory;
}

/** Composes the page from what is in memory. @param now epoch milliseconds */
export function composeReport(sources: ReportSources, zone: string, now: number): Report {
  const { workspace, snapshot, history } = sources;
  const questions = mondayQuestions(DEFAULT_QUERY);
  const count = (query: TicketQuery) => listTickets(snapshot, { ...query, perPage: 1 });
  const weeks = weeklyTrends(history, zone, now);
  const attention = new Map(
    [...questions.attention].map(([key, query]) => [key, count(query).page.total] as const),
  );
  const answers = {
    open: count(questions.open),
    overdue: count(questions.overdue),
    attention,
    trends: weeks,
  };
  return {
    workspace,
    page: composeMonday(questions, answers, now),
    trends: weeks,
    zone,
    takenAt: snapshot.takenAt,
    loaded: snapshot.tickets.length,
    ofTotal: snapshot.whole ? null : snapshot.total,
  };
}

function weeklyTrends(history: RecordedHistory, zone: string, now: number): Trends {
  const options = mondayTrends(now, zone, 'assignee');
  const buckets = calendarBuckets(options, now);
  if (!buckets.ok) throw new Error(`The weeks of the page are no period: ${buckets.error}`);
  const { span, by } = options;
  const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const { bounds } = buckets;
  return trends(history, {
    span,
    zone,
    by,
    query: DEFAULT_QUERY,
    bounds,
    now,
    issued: everything,
    today: null,
  });
}
