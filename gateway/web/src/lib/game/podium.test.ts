import { describe, expect, it } from 'vitest';
import type { StandingLine } from '$lib/contract';
import { hasPoints } from './podium';
import { levelsOf } from './podium-steps';

const ranked = (...ranks: number[]): StandingLine[] =>
  ranks.map((rank, seat) => ({
    seat,
    nickname: `${seat}`,
    score: 1_000 - rank,
    rank,
    previousRank: null,
    streak: 0,
    face: seat,
    team: null,
    lives: null,
  }));

describe('the steps of a podium', () => {
  it.each([
    [
      [1, 2, 3],
      [0, 1, 2],
    ],
    [
      [1, 1, 1],
      [0, 0, 0],
    ],
    [
      [1, 1, 3],
      [0, 0, 2],
    ],
    [
      [1, 2, 2],
      [0, 1, 1],
    ],
    [[1], [0]],
  ])('are equally high for equal ranks: %j', (ranks, levels) => {
    expect(levelsOf(ranked(...ranks))).toEqual(levels);
  });

  it('are for games in which there were points', () => {
    expect(hasPoints(ranked(1, 2))).toBe(true);
    expect(hasPoints(ranked(1, 1).map((line) => ({ ...line, score: 0 })))).toBe(false);
    expect(hasPoints([])).toBe(false);
  });
});
