import { expect, test } from 'vitest';
import {
  type AssigneeCounts,
  findPeople,
  LATEST_FIRST,
  nextPeopleSort,
  type PeopleColumn,
  sortPeople,
} from './people.ts';

function person(name: string, measures: Partial<AssigneeCounts> = {}): AssigneeCounts {
  return { value: `${name}@example.com`, name, open: 0, overdue: 0, urgent: 0, oldest: null, ...measures };
}

const names = (people: readonly AssigneeCounts[]) => people.map(({ name }) => name);

const PEOPLE = [
  person('team 10', { open: 3, overdue: 1, oldest: '2026-01-02T00:00:00.000Z' }),
  person('Team 9', { open: 3, overdue: 1, oldest: '2026-01-01T00:00:00.000Z' }),
  person('Ada', { open: 9, overdue: 1 }),
  person('Zoë', { open: 4, overdue: 2, oldest: '2026-01-03T00:00:00.000Z' }),
];

test('at first those come first who are late with most; ties by open tickets, then by name', () => {
  expect(names(sortPeople(PEOPLE, LATEST_FIRST))).toEqual(['Zoë', 'Ada', 'Team 9', 'team 10']);
});

test('the oldest first is the highest age first, and who has none comes last either way', () => {
  const by = (descending: boolean) => names(sortPeople(PEOPLE, { column: 'oldest', descending }));
  expect(by(true)).toEqual(['Team 9', 'team 10', 'Zoë', 'Ada']);
  expect(by(false)).toEqual(['Zoë', 'team 10', 'Team 9', 'Ada']);
});

test('names sort as people read them: ignoring case, numbers by their size', () => {
  expect(names(sortPeople(PEOPLE, { column: 'name', descending: false }))).toEqual([
    'Ada',
    'Team 9',
    'team 10',
    'Zoë',
  ]);
});

test('a head sorts numbers from the highest and names from A, and again the other way round', () => {
  const first = (column: PeopleColumn) => nextPeopleSort(LATEST_FIRST, column).descending;
  expect([first('open'), first('oldest'), first('name'), first('overdue')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('people are found by name and by e-mail, ignoring case and accents', () => {
  expect(names(findPeople(PEOPLE, ' TEAM '))).toEqual(['team 10', 'Team 9']);
  expect(names(findPeople(PEOPLE, 'ada@ex'))).toEqual(['Ada']);
  expect(names(findPeople(PEOPLE, 'zoe'))).toEqual(['Zoë']);
});
