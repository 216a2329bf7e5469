import { expect, it } from 'vitest';
import { inAlphabet } from './alphabets';

it.each([
  ['double-struck', 'ANRz', '𝔸ℕℝ𝕫'],
  ['script', 'ABeg', '𝒜ℬℯℊ'],
  ['fraktur', 'ACg', '𝔄ℭ𝔤'],
  ['bold', 'AC', 'AC'],
  ['double-struck', '1+Ω', '1+Ω'],
])('%s letters of %s are %s', (name, text, expected) => {
  expect(inAlphabet(name, text)).toBe(expected);
});

it('every letter of every alphabet is the letter it stands for', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  for (const name of ['double-struck', 'script', 'fraktur'])
    expect(inAlphabet(name, letters).normalize('NFKC')).toBe(letters);
});
