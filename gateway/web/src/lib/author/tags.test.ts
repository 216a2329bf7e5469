import { describe, expect, it } from 'vitest';
import { mergedTags, tagKey } from './tags';

describe('tags', () => {
  it('are the same whatever their case and accents', () => {
    expect(tagKey('Été')).toBe(tagKey('ETE'));
    expect(tagKey('été')).not.toBe(tagKey('étés'));
  });

  it('of two authors are merged one by one', () => {
    expect(mergedTags(['a', 'b', 'c'], ['A', 'b', 'own'], ['b', 'c', 'theirs'])).toEqual(['b', 'own', 'theirs']);
    expect(mergedTags([], ['Été'], ['ete'])).toEqual(['Été']);
    const ten = Array.from({ length: 10 }, (_, index) => `t${index}`);
    expect(mergedTags([], ten, ['more'])).toEqual(ten);
  });
});
