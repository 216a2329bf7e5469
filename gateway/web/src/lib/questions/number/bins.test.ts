import { describe, expect, it } from 'vitest';
import { binOf } from './bins';

const bins = [0, 10, 20].map((from) => ({ from, to: from + 10, count: 1 }));

describe('the bin of a value', () => {
  it('is the one that begins at it, and the last for the upper end', () => {
    expect([0, 9.9, 10, 25, 30].map((value) => binOf(bins, value))).toEqual([0, 0, 1, 2, 2]);
    expect(binOf(bins, 31)).toBe(-1);
    expect(binOf([{ from: 4, to: 4, count: 2 }], 4)).toBe(0);
  });
});
