import { describe, expect, it } from 'vitest';
import { answerOfKey, fitsTiles, letterOf, textSize } from './answers';

describe('answers', () => {
  it('are called by letters and chosen by letter or number', () => {
    expect([0, 7].map(letterOf)).toEqual(['A', 'H']);
    expect(answerOfKey('3', 4)).toBe(2);
    expect(answerOfKey('c', 4)).toBe(2);
    expect(answerOfKey('C', 4)).toBe(2);
  });

  it('that are not there have no key', () => {
    for (const key of ['0', '5', '9', 'e', 'Enter', ' ']) expect(answerOfKey(key, 4)).toBeNull();
  });

  it('stand side by side only when they are short', () => {
    expect(fitsTiles(['Seine', 'Rhône'])).toBe(true);
    expect(fitsTiles(['Seine', 'The longest river of the whole country'])).toBe(false);
    expect(fitsTiles(['Donaudampfschifffahrt'])).toBe(false);
  });

  it('follow questions set by their length', () => {
    expect([10, 150, 500].map((length) => textSize('x'.repeat(length)))).toEqual(['short', 'medium', 'long']);
  });
});
