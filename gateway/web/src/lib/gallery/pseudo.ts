const accents: Record<string, string> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  I: 'Ï',
  O: 'Ø',
  U: 'Û',
};

/** Readable English, a third longer: a text without brackets does not come from the files of texts. */
const stretch = (text: string) => `[${text.replace(/[aeiou]/gi, (vowel) => (accents[vowel] ?? vowel).repeat(2))}]`;

/** Texts of the interface as a longer language might write them, to see which screens have room for it. */
export function pseudo<T>(texts: T): T {
  const rewrite = (value: unknown): unknown => {
    if (typeof value === 'string') return stretch(value);
    if (typeof value === 'function') return (...values: unknown[]) => rewrite(value(...values));
    if (Array.isArray(value)) return value.map(rewrite);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === 'format' ? inner : rewrite(inner)]),
    );
  };
  return rewrite(texts) as T;
}
