import { describe, expect, it } from 'vitest';
import { cloudOf } from './cloud';

const line = (text: string, count: number) => ({ text, count, correct: null });

describe('a cloud of words', () => {
  it('has the most frequent word in the middle, and sizes by count', () => {
    const cloud = cloudOf([line('a', 16), line('b', 9), line('c', 4), line('d', 1), line('e', 1)], 4);
    expect(cloud.map(({ text }) => text)).toEqual(['d', 'b', 'a', 'c']);
    expect(cloud.map(({ weight }) => weight)).toEqual([0, 2 / 3, 1, 1 / 3]);
  });

  it('shows words that were all sent as often in one size', () => {
    expect(cloudOf([line('a', 2), line('b', 2)], 9).map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    expect(cloudOf([], 9)).toEqual([]);
  });
});
