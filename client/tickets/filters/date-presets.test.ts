import { expect, test } from 'vitest';
import { DATE_PRESETS } from './date-presets.ts';

function rangeOf(label: string, now: string) {
  return DATE_PRESETS.find((preset) => preset.label === label)?.range(Date.parse(now));
}

test('today is the day on which the preset is chosen', () => {
  expect(rangeOf('Today', '2026-02-04T23:59:59Z')).toEqual({ issuedFrom: '2026-02-04', issuedTo: null });
  expect(rangeOf('Today', '2026-02-05T00:00:00Z')).toEqual({ issuedFrom: '2026-02-05', issuedTo: null });
});

test('the last days include today', () => {
  expect(rangeOf('Last 7 days', '2026-03-03T12:00:00Z')).toEqual({
    issuedFrom: '2026-02-25',
    issuedTo: null,
  });
});

test('this year begins in January', () => {
  expect(rangeOf('This year', '2026-03-03T12:00:00Z')).toEqual({ issuedFrom: '2026-01-01', issuedTo: null });
});
