import { describe, expect, it } from 'vitest';
import { sentText, sentWords } from './text';

describe('a text that is sent', () => {
  it('has no spaces around it, and single ones inside', () => {
    expect(sentText('  New \t York ')).toBe('New York');
    expect(sentText('e\u0301')).toBe('é');
    expect(sentText('   ')).toBeNull();
  });

  it('is on one line', () => {
    expect(sentText(' one  \n two\n\n')).toBe('one two');
  });
});

describe('words that are sent', () => {
  it('are those that are there, each once', () => {
    expect(sentWords(['fun', '', ' Fun ', 'hard work'])).toEqual(['fun', 'hard work']);
    expect(sentWords(['', ' '])).toEqual([]);
  });
});
