import { describe, expect, it } from 'vitest';
import { averageOf, labelOf } from './steps';

describe('a scale', () => {
  it('names its ends', () => {
    const task = { type: 'rating', steps: 5, low: 'never', high: 'always' } as const;
    expect([0, 1, 4].map((option) => labelOf(task, option))).toEqual(['never', null, 'always']);
  });

  it('has a mean once it is rated', () => {
    expect(averageOf([0, 0, 0])).toBeNull();
    expect(averageOf([1, 0, 3])).toBe(2.5);
  });
});
