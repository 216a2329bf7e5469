import { describe, expect, it } from 'vitest';
import { mergedTags, tagKey } from './tags';
import cases from './tags.cases.json';

describe('tags', () => {
  it.each(cases.same)('%s and %s are the same, as the server has it', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  it.each(cases.different)('%s and %s are two, as the server has it', (one, other) => {
    expect(tagKey(one)).not.toBe(tagKey(other));
  });

  it('of two authors are merged one by one', () => {
    expect(mergedTags(['a', 'b', 'c'], ['A', 'b', 'own'], ['b', 'c', 'theirs'])).toEqual(['b', 'own', 'theirs']);
    expect(mergedTags([], ['Été'], ['ete'])).toEqual(['Été']);
    const ten = Array.from({ length: 10 }, (_, index) => `t${index}`);
    expect(mergedTags([], ten, ['more'])).toEqual(ten);
  });
});
