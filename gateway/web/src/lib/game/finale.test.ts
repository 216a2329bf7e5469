import { describe, expect, it } from 'vitest';
import { hiddenAt, instantsOf } from './finale';

const finale = { startsAtMs: 10_000, endsAtMs: 18_000 };
const ranked = (...ranks: number[]) => ranks.map((rank) => ({ rank }));

describe('a finale', () => {
  it.each([
    [
      [1, 2, 3],
      [18_000, 14_800, 12_000],
    ],
    [
      [1, 2],
      [18_000, 13_600],
    ],
    [
      [1, 2, 2],
      [18_000, 13_600, 13_600],
    ],
    [
      [1, 1, 3],
      [18_000, 18_000, 13_600],
    ],
    [[1], [18_000]],
    [[], []],
  ])('shows the best last, and equals together: %j', (ranks, instants) => {
    expect(instantsOf(ranked(...ranks), finale)).toEqual(instants);
  });

  it('hides the places whose time has not come', () => {
    const instants = instantsOf(ranked(1, 2, 3), finale);
    expect([10_000, 11_999, 12_000, 14_800, 17_999, 18_000, 99_000].map((now) => hiddenAt(instants, now))).toEqual([
      3, 3, 2, 1, 1, 0, 0,
    ]);
  });
});
