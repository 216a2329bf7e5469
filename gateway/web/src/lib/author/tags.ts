import { gameLimits } from '$lib/contract';

/** Letters that no accent makes, and those that have another one's capital. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ς: 'σ',
  µ: 'μ',
  '’': "'",
};

/** What the server compares of a tag: all but case and accents. */
export const tagKey = (tag: string): string =>
  tag
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđςµ’]/g, (letter) => letters[letter] ?? letter);

const keysOf = (tags: readonly string[]) => new Set(tags.map(tagKey));

export function isSameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag, index) => tag === other[index]);
}

/** One's own tags, without those that were taken away elsewhere, and with those that were added there. */
export function mergedTags(
  base: readonly string[],
  own: readonly string[],
  stored: readonly string[],
): readonly string[] {
  const [before, mine, theirs] = [keysOf(base), keysOf(own), keysOf(stored)];
  const kept = own.filter((tag) => !before.has(tagKey(tag)) || theirs.has(tagKey(tag)));
  const added = stored.filter((tag) => !before.has(tagKey(tag)) && !mine.has(tagKey(tag)));
  return [...kept, ...added].slice(0, gameLimits.maxTags);
}
