import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { UNRECORDED } from '../../contract/testing/unrecorded-bucket.ts';
import { fakeTrends } from '../test/fake-trends.ts';
import { chart, fake, plot, setUpTrends, show } from './testing/show-trends.tsx';

setUpTrends();

test('at rest a chart tells the sums of the period, or what stands now', async () => {
  await show();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Last 12 weeks: Opened 25, Resolved 23, Net +2',
  );
  expect(plot('Backlog')).toHaveAttribute(
    'aria-valuetext',
    'Now: Open 17, Overdue 3, Not overdue 14, Overdue share 18 %',
  );
  expect(plot('Time to resolve')).toHaveAttribute(
    'aria-valuetext',
    'Week of 19 Jan 2026: Median 2.3 d, 90th percentile 12 d, Of tickets 7',
  );
});

test('the arrows lead from bucket to bucket, and Escape back to rest', async () => {
  await show();
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Week of 26 Jan 2026, so far: Opened 5, Resolved 9, Net −4',
  );
  await userEvent.keyboard('{Home}');
  expect(chart('Opened and resolved').getByText('Week of 12 Jan 2026')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(chart('Opened and resolved').getByText('Last 12 weeks')).toBeVisible();
});

test('Enter opens the tickets that were issued in a bucket, whatever has become of them', async () => {
  await show('?status=-RESOLVED');
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{Home}{Enter}');
  await waitFor(() => expect(location.pathname).toBe('/w/1/tickets'));
  expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
    issuedFrom: '2026-01-12T00:00:00.000Z',
    issuedTo: '2026-01-19T00:00:00.000Z',
  });
});

test('a filter by what changes has no list of a bucket', async () => {
  await show('?segment=S1');
  plot('Opened and resolved').focus();
  await userEvent.keyboard('{Home}{Enter}');
  expect(location.pathname).toBe('/w/1/trends');
});

test('the newest backlog leads to its list, and an older one to none', async () => {
  await show('?status=NEW');
  const open = chart('Backlog').getByRole('link', { name: '17' });
  expect(open).toHaveAttribute('href', '/w/1/tickets?status=-RESOLVED');
  plot('Backlog').focus();
  await userEvent.keyboard('{Home}');
  expect(chart('Backlog').queryByRole('link')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(location.pathname).toBe('/w/1/trends');
  const oldest = chart('Age of open tickets').getByRole('link', { name: '6' });
  expect(oldest).toHaveAttribute('href', '/w/1/tickets?status=-RESOLVED&age=90%2B');
});

test('what was not recorded is no zero, in charts and tables', async () => {
  fake.trends = fakeTrends([{ ...UNRECORDED }, { ...UNRECORDED }, {}, {}], {
    recordedSince: '2026-01-26T08:00:00.000Z',
  });
  await show();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Since 26 Jan 2026: Opened 20, Resolved 14, Net +6',
  );
  expect(
    chart('Opened and resolved').getByText(
      'Recorded since 26 Jan 2026; before that only what was opened, of tickets still known',
    ),
  ).toBeVisible();
  expect(chart('Backlog').getByText('Recorded since 26 Jan 2026')).toBeVisible();
  await userEvent.click(chart('Opened and resolved').getByRole('button', { name: /show as table$/ }));
  const rows = within(screen.getByRole('table', { name: 'Opened and resolved' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'PeriodOpenedResolvedNet',
    'Week of 12 Jan 202610–not known–not known',
    'Week of 19 Jan 202610–not known–not known',
    'Week of 26 Jan 2026107+3',
    'Week of 2 Feb 2026, so far107+3',
  ]);
});

test('what came in is compared with what was resolved in the same time alone', async () => {
  fake.trends = fakeTrends([{}, {}, { ...UNRECORDED }, {}], { recordedSince: '2026-01-14T08:00:00.000Z' });
  await show();
  expect(plot('Opened and resolved')).toHaveAttribute(
    'aria-valuetext',
    'Since 19 Jan 2026: Opened 20, Resolved 14, Net +6',
  );
  await userEvent.click(chart('Opened and resolved').getByRole('button', { name: /show as table$/ }));
  const rows = within(screen.getByRole('table', { name: 'Opened and resolved' })).getAllByRole('row');
  expect(rows[1]).toHaveTextContent('Week of 12 Jan 2026, recorded in part107–not known');
});

test('of more segments than are told apart, it says so, and the others are one without a list', async () => {
  const series = { arrived: [1], resolved: [1], openAtEnd: [1], overdueAtEnd: [1], medianAgeAtEnd: [1] };
  const groups = Array.from({ length: 11 }, (_, place) => ({
    value: `${place}`,
    label: `S${place}`,
    ...series,
  }));
  const others = { count: 35, ...series, openAtEnd: [70] };
  fake.trends = fakeTrends([{}], { by: 'segment', groups, others });
  await show();
  const part = chart('Scorecards');
  expect(
    part.getByText(
      'The 11 segments with the most open tickets are told apart; 35 others come last, together.',
    ),
  ).toBeVisible();
  await userEvent.click(part.getByRole('button', { name: 'Show all 11 segments' }));
  const last = part.getAllByRole('row').at(-1) as HTMLElement;
  expect(last).toHaveTextContent(/^35 others70/);
  expect(within(last).queryByRole('link')).toBeNull();
  expect(part.getByRole('link', { name: 'S3: 1 open' })).toBeVisible();
});

test('a table is copied as a spreadsheet takes it, with nothing where nothing is known', async () => {
  fake.trends = fakeTrends([{ ...UNRECORDED }, {}]);
  const user = userEvent.setup();
  await show();
  await user.click(chart('Backlog').getByRole('button', { name: /show as table$/ }));
  await user.click(chart('Backlog').getByRole('button', { name: 'Copy for a spreadsheet' }));
  expect(await navigator.clipboard.readText()).toBe(
    [
      'Period\tOpen\tOverdue\tNot overdue\tOverdue share\n',
      'Week of 12 Jan 2026\t\t\t\t\n',
      'Week of 19 Jan 2026, so far\t21\t14\t7\t0.6666666666666666\n',
    ].join(''),
  );
});
