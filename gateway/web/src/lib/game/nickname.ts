/** The most graphemes a nickname may have; the server has the last word. */
export const maxGraphemes = 20;

/** How many characters a person sees. */
export function graphemes(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.trim())].length;
}
