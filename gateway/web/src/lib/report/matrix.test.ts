import { describe, expect, it } from 'vitest';
import type { PlayerReport } from '$lib/contract';
import { nextSorting, scoreBins, sorted } from './matrix';

const player = (nickname: string, changes: Partial<PlayerReport> = {}): PlayerReport => ({
  seat: 0,
  nickname,
  team: null,
  score: 0,
  rank: 1,
  counts: { asked: 2, right: 0, partly: 0, wrong: 0, unscored: 0, none: 2 },
  scored: 2,
  medianMs: null,
  lastRound: null,
  lastAnswerAtMs: null,
  hasLeft: false,
  outcomes: 'nn',
  timesMs: [null, null],
  stakes: [],
  powerUps: [],
  ...changes,
});

const names = (players: readonly PlayerReport[]) => players.map(({ nickname }) => nickname).join(' ');

describe('the matrix', () => {
  const ann = player('Ann', { score: 900, rank: 2, outcomes: 'rw', timesMs: [3_000, 1_000], medianMs: 2_000 });
  const bob = player('Bob', { score: 950, rank: 1, outcomes: 'rr', timesMs: [1_000, 4_000], medianMs: 2_500 });
  const late = player('Zoé', { rank: null, outcomes: '-n' });
  const all = [bob, ann, late];

  it('is sorted by figures, and those without one are last', () => {
    expect(names(sorted(all, { column: 'rank', descending: false }))).toBe('Bob Ann Zoé');
    expect(names(sorted(all, { column: 'points', descending: false }))).toBe('Zoé Ann Bob');
    expect(names(sorted(all, { column: 'median', descending: false }))).toBe('Ann Bob Zoé');
    expect(names(sorted(all, { column: 'name', descending: true }))).toBe('Zoé Bob Ann');
  });

  it('is sorted by a question: the right first, the fast first among them', () => {
    expect(names(sorted(all, { column: 0, descending: false }))).toBe('Bob Ann Zoé');
    expect(names(sorted(all, { column: 1, descending: false }))).toBe('Bob Ann Zoé');
    expect(names(sorted(all, { column: 1, descending: true }))).toBe('Zoé Ann Bob');
  });

  it('is sorted the other way by the same heading, and points begin with the most', () => {
    expect(nextSorting({ column: 'rank', descending: false }, 'rank')).toEqual({ column: 'rank', descending: true });
    expect(nextSorting({ column: 'rank', descending: false }, 'points')).toEqual({
      column: 'points',
      descending: true,
    });
    expect(nextSorting({ column: 'points', descending: true }, 3)).toEqual({ column: 3, descending: false });
  });
});

describe('the ranges of scores', () => {
  it('are at most ten of a round width, and hold every score once', () => {
    expect(scoreBins([])).toEqual([]);
    expect(scoreBins([0, 0])).toEqual([{ from: 0, to: 0, count: 2 }]);
    expect(scoreBins([0, 9])).toHaveLength(10);
    expect(scoreBins([0, 10])[0]).toEqual({ from: 0, to: 1, count: 1 });
    for (const top of [7, 99, 100, 1_234, 29_999, 1_000_000]) {
      const scores = [0, 1, top / 2, top, -3].map(Math.floor);
      const bins = scoreBins(scores);
      expect(bins.length).toBeLessThanOrEqual(10);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
    }
  });
});
