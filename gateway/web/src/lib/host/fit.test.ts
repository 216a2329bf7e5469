import { describe, expect, it } from 'vitest';
import { largestFit } from './fit';

describe('largestFit', () => {
  const range = { least: 0.3, most: 1.2 };

  it('gives the most where all fits, after one look', () => {
    const tried: number[] = [];
    expect(largestFit(range, (size) => tried.push(size) > 0)).toBe(1.2);
    expect(tried).toEqual([1.2]);
  });

  it.each([0.31, 0.5, 0.777, 1.19])('finds what fits up to %d, and never what does not', (limit) => {
    const found = largestFit(range, (size) => size <= limit);
    expect(found).toBeLessThanOrEqual(limit);
    expect(found).toBeGreaterThan(limit - 0.02);
  });

  it('gives the least where nothing fits', () => {
    expect(largestFit(range, () => false)).toBe(0.3);
  });
});
