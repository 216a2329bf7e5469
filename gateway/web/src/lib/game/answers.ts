import { plain } from '$lib/text/spans';

/** A, B, C ... as answers are called. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The answer a key stands for: 1-8 by number, A-H by letter. */
export function answerOfKey(key: string, count: number): number | null {
  const digit = /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
  const letter = /^[a-h]$/i.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : -1;
  const index = Math.max(digit, letter);
  return index >= 0 && index < count ? index : null;
}

/** How densely a question has to be set. */
export function textSize(text: string): 'short' | 'medium' | 'long' {
  const { length } = plain(text);
  return length <= 90 ? 'short' : length <= 220 ? 'medium' : 'long';
}

/** Whether answers are short enough to stand side by side on a phone. */
export function fitsTiles(options: readonly string[]): boolean {
  return options.map(plain).every((text) => text.length <= 24 && text.split(/\s/).every((word) => word.length <= 11));
}
