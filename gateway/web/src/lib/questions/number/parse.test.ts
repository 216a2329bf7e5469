import { describe, expect, it } from 'vitest';
import { decimalsIn, parseNumber, snapped } from './parse';

const inEnglish = (text: string) => parseNumber(text, '.');
const inFrench = (text: string) => parseNumber(text, ',');

describe('a number that a player types', () => {
  it('has a point or a comma, whatever the language', () => {
    for (const read of [inEnglish, inFrench]) {
      expect(read('3.14')).toBe(3.14);
      expect(read('3,14')).toBe(3.14);
      expect(read('-0,5')).toBe(-0.5);
      expect(read('.5')).toBe(0.5);
      expect(read('5,')).toBe(5);
      expect(read('0,125')).toBe(0.125);
    }
  });

  it('may be grouped as the languages do it', () => {
    expect(inEnglish('1,234')).toBe(1234);
    expect(inFrench('1,234')).toBe(1.234);
    expect(inFrench('1.234')).toBe(1.234);
    for (const read of [inEnglish, inFrench]) {
      expect(read('1,234,567')).toBe(1_234_567);
      expect(read('1.234.567')).toBe(1_234_567);
      expect(read('1,234.5')).toBe(1234.5);
      expect(read('1.234,5')).toBe(1234.5);
      expect(read('1\u202f234\u00a0567,5')).toBe(1_234_567.5);
      expect(read('12 345')).toBe(12_345);
      expect(read("1'000")).toBe(1000);
    }
  });

  it('may be negative, with any dash', () => {
    for (const minus of ['-', '−', '–']) expect(inEnglish(`${minus} 4`)).toBe(-4);
    expect(Object.is(inEnglish('-0'), 0)).toBe(true);
    expect(inEnglish('+7')).toBe(7);
  });

  it('is none where it cannot be read in one way', () => {
    for (const text of [
      '',
      ' ',
      '-',
      ',',
      'twelve',
      '1e5',
      '12 km',
      '1,23,4',
      '1.2,3.4',
      '12,34.5',
      '9'.repeat(31),
      '--1',
    ])
      expect([text, inEnglish(text)]).toEqual([text, null]);
  });
});

describe('a scale', () => {
  it('is stepped through without errors of rounding', () => {
    expect(snapped(0.30000000000000004, 0, 1, 0.1)).toBe(0.3);
    expect(snapped(7, 0, 10, 5)).toBe(5);
    expect(snapped(99, 0, 10, 4)).toBe(8);
    expect(snapped(-3, -2, 10, 1)).toBe(-2);
  });

  it('knows how many decimals its numbers have', () => {
    expect(decimalsIn(0.25)).toBe(2);
    expect(decimalsIn(-3)).toBe(0);
    expect(decimalsIn(1e-7)).toBe(7);
    expect(decimalsIn(1.5e21)).toBe(0);
  });
});
