import { describe, expect, it } from 'vitest';
import { shiftOf } from './drag';

describe('a list whose entry is carried', () => {
  const shifts = (from: number, to: number) =>
    [0, 1, 2, 3].map((index) => shiftOf({ from, to, byPx: 70, roomPx: 60 }, index));

  it('makes room where the entry would be put down', () => {
    expect(shifts(0, 2)).toEqual([70, -60, -60, 0]);
    expect(shifts(3, 1)).toEqual([0, 60, 60, 70]);
    expect(shifts(1, 1)).toEqual([0, 70, 0, 0]);
  });

  it('stands still otherwise', () => {
    expect(shiftOf(null, 2)).toBe(0);
  });
});
