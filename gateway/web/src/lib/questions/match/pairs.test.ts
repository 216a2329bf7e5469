import { describe, expect, it } from 'vitest';
import { complete, nextOpen, noPairs, paired, unpaired } from './pairs';

describe('pairs', () => {
  it('are made one after another, from the top', () => {
    let pairs = noPairs(3);
    expect(nextOpen(pairs, -1)).toBe(0);
    pairs = paired(pairs, 0, 2);
    expect(nextOpen(pairs, 0)).toBe(1);
    pairs = paired(pairs, 1, 0);
    expect(complete(pairs)).toBeNull();
    pairs = paired(pairs, 2, 1);
    expect(nextOpen(pairs, 2)).toBeNull();
    expect(complete(pairs)).toEqual([2, 0, 1]);
  });

  it('have each partner once', () => {
    expect(paired([2, null, 0], 1, 2)).toEqual([null, 2, 0]);
    expect(nextOpen([null, 2, 0], 1)).toBe(0);
  });

  it('can be undone', () => {
    expect(unpaired([2, 0, 1], 1)).toEqual([2, null, 1]);
  });
});
