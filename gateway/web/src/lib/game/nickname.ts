/** The most graphemes a nickname may have; the server has the last word. */
export const maxGraphemes = 20;

/** How many characters a person sees. */
export function graphemes(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.trim())].length;
}

/** A name for those who have none at hand. */
export function suggestNickname(
  words: { first: readonly string[]; second: readonly string[] },
  random: () => number = Math.random,
): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return `${pick(words.first)} ${pick(words.second)}`;
}
