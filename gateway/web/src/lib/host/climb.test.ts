import { describe, expect, it } from 'vitest';
import { rowsMoved } from './climb';

const lines = (...ranks: (number | null)[]) => ranks.map((previousRank, seat) => ({ seat, previousRank }));

describe('rowsMoved', () => {
  it('moves a climber up from below and those it passed down from above', () => {
    expect([...rowsMoved(lines(3, 1, 2)).values()]).toEqual([2, -1, -1]);
  });

  it('leaves those in place who stayed', () => {
    expect([...rowsMoved(lines(1, 2, 3)).values()]).toEqual([0, 0, 0]);
  });

  it('brings those who were not shown before from below the last line', () => {
    expect([...rowsMoved(lines(1, 9, null)).values()]).toEqual([0, 2, 1]);
  });
});
