import { expect, test } from 'vitest';
import { DEFAULT_QUERY, type TicketQuery } from '../query.ts';
import type { TrendBucket } from '../schemas/trends.ts';
import { emptyFacets } from '../testing/empty-facets.ts';
import { answers, MONDAYS, NOW, week } from '../testing/monday-answers.ts';
import { composeMonday, type Phrase } from './monday.ts';
import { mondayQuestions } from './questions.ts';

const asText = (phrases: readonly Phrase[]) => phrases.map(({ text }) => text).join('');

test('the sentence says how many are overdue, how that compares with last Monday, and where most of them are', () => {
  const page = composeMonday(mondayQuestions(DEFAULT_QUERY), answers(), NOW);
  expect(page.headline.map(asText)).toEqual([
    '1,200 overdue, 120 more than last Monday; 78 % in two departments: Streets and Signs.',
    'Last week 300 came in and 1 was resolved.',
  ]);
});

test('on a Monday it compares with the Monday before', () => {
  const { headline, names } = composeMonday(
    mondayQuestions(DEFAULT_QUERY),
    answers(),
    Date.parse('2026-11-23T07:00:00Z'),
  );
  expect(asText(headline[0] as Phrase[])).toMatch(/^1,200 overdue, 1,110 more than last Monday/);
  expect(names.map(({ change }) => change)).toEqual([null, 29]);
});

test('where nothing was read before last Monday, it names the day that it compares with', () => {
  const { trends } = answers();
  const [first, , running] = trends.buckets as [TrendBucket, TrendBucket, TrendBucket];
  const quiet = week(1, { overdueAtEnd: 1080, lastReadAt: '2026-11-17T22:30:00.000Z' });
  const page = composeMonday(
    mondayQuestions(DEFAULT_QUERY),
    answers({ trends: { ...trends, zone: 'Europe/Berlin', buckets: [first, quiet, running] } }),
    NOW,
  );
  expect(asText(page.headline[0] as Phrase[])).toMatch(/^1,200 overdue, 120 more than on Tue 17 Nov;/);
  expect(page.since).toBe('Tue 17 Nov');
});

test('what is not recorded is not compared', () => {
  const { trends } = answers();
  const unrecorded = { ...trends, buckets: [week(1, { arrived: 4 }), week(2, {})], groups: [] };
  const page = composeMonday(mondayQuestions(DEFAULT_QUERY), answers({ trends: unrecorded }), NOW);
  expect(page.headline.map(asText)).toEqual([
    '1,200 overdue; 78 % in two departments: Streets and Signs.',
    'Last week 4 came in.',
  ]);
  expect(page.names.map(({ change }) => change)).toEqual([null, null]);
});

test('a week in which recording began is not told with what was resolved in a part of it', () => {
  const trends = { ...answers().trends, recordedSince: '2026-11-17T00:00:00.000Z' };
  const page = composeMonday(mondayQuestions(DEFAULT_QUERY), answers({ trends }), NOW);
  expect(page.headline.map(asText)[1]).toBe('Last week 300 came in.');
});

test('a week that nothing was read after is told up to its last read', () => {
  const { trends } = answers();
  const [first, , running] = trends.buckets as [TrendBucket, TrendBucket, TrendBucket];
  const sentenceOf = (lastReadAt: string, next: Partial<TrendBucket>) => {
    const last = week(1, { arrived: 30, resolved: 4, lastReadAt });
    const buckets = [first, last, { ...running, ...next }];
    const page = composeMonday(
      mondayQuestions(DEFAULT_QUERY),
      answers({ trends: { ...trends, buckets } }),
      NOW,
    );
    return asText(page.headline[1] as Phrase[]);
  };
  const unread = { lastReadAt: null };
  expect(sentenceOf('2026-11-17T22:30:00.000Z', unread)).toBe(
    'Last week, up to Tue 17 Nov, 30 came in and 4 were resolved.',
  );
  expect(sentenceOf('2026-11-17T22:30:00.000Z', {})).toBe('Last week 30 came in and 4 were resolved.');
  expect(sentenceOf('2026-11-22T06:00:00.000Z', unread)).toBe('Last week 30 came in and 4 were resolved.');
});

test('names are of people, those with the most first, each with the list of it', () => {
  const page = composeMonday(mondayQuestions(DEFAULT_QUERY), answers(), NOW);
  expect(page.names.map(({ label, overdue, open, change }) => [label, overdue, open, change])).toEqual([
    ['Bo', 31, 64, null],
    ['Ann', 30, 0, -10],
  ]);
  expect(page.names[0]?.overdueQuery).toMatchObject({ overdue: true, assignee: ['bo@x.com'] });
  expect(page.names[0]?.openQuery).toMatchObject({ overdue: null, assignee: ['bo@x.com'] });
});

test('what to look at is what has tickets', () => {
  const { attention } = composeMonday(mondayQuestions(DEFAULT_QUERY), answers(), NOW);
  expect(attention.map(asText)).toEqual([
    '1 critical ticket is overdue',
    '12 tickets have been open for 90 days or longer',
  ]);
});

test('a number leads to its list where one counts the same', () => {
  const linked = (filters: TicketQuery) =>
    composeMonday(mondayQuestions(filters), answers(), NOW).headline.flatMap((sentence) =>
      sentence.flatMap(({ text, query }) => (query === undefined ? [] : [[text, query] as const])),
    );
  expect(linked(DEFAULT_QUERY).map(([text]) => text)).toEqual([
    '1,200 overdue',
    '78 %',
    'Streets',
    'Signs',
    '300',
  ]);
  expect(linked(DEFAULT_QUERY)[1]?.[1]).toMatchObject({ overdue: true, segment: ['a', 'c'] });
  expect(linked(DEFAULT_QUERY)[4]?.[1]).toMatchObject({
    issuedFrom: MONDAYS[1],
    issuedTo: MONDAYS[2],
    status: [],
  });
  expect(linked({ ...DEFAULT_QUERY, priority: ['HIGH'] }).map(([text]) => text)).not.toContain('300');
});

test('what the filters leave out is in no share and has no name', () => {
  const toldOf = (filters: Partial<TicketQuery>) => {
    const { overdue } = answers();
    const page = { ...overdue.page, total: 700 };
    const questions = mondayQuestions({ ...DEFAULT_QUERY, ...filters });
    const { headline, names } = composeMonday(questions, answers({ overdue: { ...overdue, page } }), NOW);
    const [sentence = []] = headline;
    return [/;.*|$/.exec(asText(sentence))?.[0], ...names.map(({ label }) => label)];
  };
  const { not } = DEFAULT_QUERY;
  expect(toldOf({ segment: ['b', 'c'], assignee: ['ann@x.com'] })).toEqual(['', 'Ann']);
  expect(toldOf({ not: { ...not, segment: ['a'], assignee: ['bo@x.com'] } })).toEqual(['', 'Ann']);
});

test('a share of nearly all is not told as all where there are others', () => {
  const { overdue } = answers();
  const segment = [
    { value: 'a', label: 'Streets', count: 900 },
    { value: 'b', label: 'Parks', count: 299 },
    { value: 'c', label: 'Signs', count: 1 },
  ];
  const most = { ...overdue, facets: { ...overdue.facets, segment } };
  const { headline } = composeMonday(mondayQuestions(DEFAULT_QUERY), answers({ overdue: most }), NOW);
  expect(asText(headline[0] as Phrase[])).toContain('; 99 % in two departments: Streets and Parks.');
});

test('nothing overdue is said without shares', () => {
  const none = { page: { number: 1, perPage: 1, total: 0, pages: 0 }, facets: emptyFacets() };
  const { headline, names } = composeMonday(
    mondayQuestions(DEFAULT_QUERY),
    answers({ overdue: none, trends: { ...answers().trends, buckets: [] } }),
    NOW,
  );
  expect(headline.map(asText)).toEqual(['0 overdue.']);
  expect(names).toEqual([]);
});
