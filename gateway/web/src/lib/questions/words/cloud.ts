import type { TextLine } from '$lib/contract';

/** A word of the cloud, from 0 for the rarest to 1 for the most frequent. */
export interface CloudWord {
  text: string;
  count: number;
  weight: number;
}

/** The words with the most frequent in the middle, and the rarer ones on either side of it in turn. */
export function cloudOf(lines: readonly TextLine[], most: number): readonly CloudWord[] {
  const sorted = [...lines].sort((first, second) => second.count - first.count).slice(0, most);
  const largest = sorted[0]?.count ?? 0;
  const smallest = sorted.at(-1)?.count ?? 0;
  const words = sorted.map(({ text, count }) => ({
    text,
    count,
    // By area: a word that was sent four times as often looks twice as large.
    weight:
      largest === smallest
        ? 0.5
        : (Math.sqrt(count) - Math.sqrt(smallest)) / (Math.sqrt(largest) - Math.sqrt(smallest)),
  }));
  const before = words.filter((_, index) => index % 2 === 1).reverse();
  return [...before, ...words.filter((_, index) => index % 2 === 0)];
}
