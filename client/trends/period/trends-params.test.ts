import { expect, test } from 'vitest';
import { periodLabel } from './periods.ts';
import { faultOf, formatParams, readParams, toOptions, withSpan } from './trends-params.ts';

/** A Friday. */
const BERLIN = { now: Date.parse('2026-11-27T14:30:00Z'), zone: 'Europe/Berlin' };

test('the usual ones leave no trace in an address, and others are read as they were written', () => {
  expect(formatParams(readParams(''))).toEqual([]);
  const search = 'span=day&from=today-89&to=2026-11-20&by=assignee';
  expect(new URLSearchParams(formatParams(readParams(search)).map((pair) => [...pair])).toString()).toBe(
    search,
  );
  expect(readParams('?span=year&from=soon&to=2026-13-01&by=customer')).toEqual(readParams(''));
});

test('the server gets days of the reader’s calendar', () => {
  const options = (search: string) => toOptions(readParams(search), BERLIN);
  expect(options('from=week-25')).toMatchObject({
    span: 'week',
    from: '2026-06-01',
    to: null,
    zone: 'Europe/Berlin',
  });
  expect(options('span=month&from=month-1&to=month-1')).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-31',
  });
});

test('another span keeps days, and no number of spans', () => {
  expect(withSpan(readParams('from=week-25'), 'day')).toMatchObject({ span: 'day', from: null });
  expect(withSpan(readParams('from=2026-02-04&to=2026-03-04'), 'day')).toMatchObject({
    from: '2026-02-04',
    to: '2026-03-04',
  });
});

test.each([
  ['', null],
  ['from=2026-11-27&to=2026-11-27', null],
  ['from=2026-11-28&to=2026-11-27', 'reversed'],
  ['from=2026-11-28', 'reversed'],
  ['span=day&from=2025-10-27', null],
  ['span=day&from=2025-10-01', 'long'],
  ['span=week&from=2025-10-01', null],
])('the period %s has the fault %s', (search, fault) => {
  expect(faultOf(toOptions(readParams(search), BERLIN), '2026-11-27')).toBe(fault);
});

test.each([
  ['', 'Last 12 weeks'],
  ['span=day', 'Last 30 days'],
  ['span=month&from=month-4', 'Last 5 months'],
  ['from=2026-02-04', 'since 4 Feb 2026'],
  ['from=2026-02-04&to=2026-03-04', '4 Feb 2026 to 4 Mar 2026'],
])('the period %s is called “%s”', (search, label) => {
  expect(periodLabel(readParams(search), 'Europe/Berlin')).toBe(label);
});
