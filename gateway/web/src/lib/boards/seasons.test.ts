import { expect, it } from 'vitest';
import { seasonsAt } from './seasons';

it('has twelve months, across a new year', () => {
  const seasons = seasonsAt(new Date('2026-02-28T23:30:00Z'));
  expect(seasons).toHaveLength(12);
  expect(seasons.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
});

it('begins a month at midnight in UTC, on the last day of a longer one too', () => {
  expect(seasonsAt(new Date('2026-11-01T00:30:00+01:00'))[0]).toBe('2026-10');
  expect(seasonsAt(new Date('2026-03-31T12:00:00Z'))[1]).toBe('2026-02');
});
