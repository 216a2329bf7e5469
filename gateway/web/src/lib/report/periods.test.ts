import { expect, test } from 'vitest';
import { daysOf, monthsFrom } from './periods';

test('a period has whole months and ends today', () => {
  const today = new Date('2026-03-31T23:30:00Z');
  expect(daysOf(3, today)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(daysOf(12, today)).toEqual({ from: '2025-04-01', to: '2026-03-31' });
});

test('months are listed across a new year', () => {
  expect(monthsFrom('2025-11-01', '2026-02-28')).toEqual([202511, 202512, 202601, 202602]);
  expect(monthsFrom('2026-02-01', '2026-02-01')).toEqual([202602]);
});
