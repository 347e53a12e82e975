import { expect, test } from 'vitest';
import { DEFAULT_QUERY } from '../../../contract/index.ts';
import { fakeTrends } from '../../test/fake-trends.ts';
import { newestOnly, openList } from './bucket-lists.ts';

test('the list of open tickets has no deleted ones, as the chart counts none', () => {
  const trends = fakeTrends([{}, {}]);
  const listOf = (deleted: 'include' | 'only') =>
    newestOnly(trends, openList({ ...DEFAULT_QUERY, deleted }))(1);
  expect(listOf('include')).toMatchObject({ deleted: 'exclude', not: { status: ['RESOLVED'] } });
  expect(listOf('only')).toBeNull();
});
