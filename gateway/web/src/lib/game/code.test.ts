import { describe, expect, it } from 'vitest';
import { codeSymbols, formatCode, parseCode } from './code';

describe('join codes', () => {
  it('are read whatever the case, spaces and hyphens', () => {
    expect(parseCode(' k7p-2xq ')).toBe('K7P2XQ');
    expect(parseCode('K 7 P 2 X Q')).toBe('K7P2XQ');
  });

  it('take o for 0, i and l for 1', () => {
    expect(parseCode('oil-ABC')).toBe('011ABC');
  });

  it('are refused when too short, too long or with foreign symbols', () => {
    for (const typed of ['', 'ABC', 'ABC-DEFG', 'ABC-DE!', 'ABC-DEU']) expect(parseCode(typed)).toBeNull();
  });

  it('are shown in two groups while they are typed', () => {
    expect(formatCode(codeSymbols('k7'))).toBe('K7');
    expect(formatCode(codeSymbols('k7p2'))).toBe('K7P-2');
    expect(formatCode(codeSymbols('k7p-2xqzz'))).toBe('K7P-2XQ');
  });
});
