import { gameLimits } from '$lib/contract';
import { normalised, textFault } from '$lib/author/text';

/** With a capital at the beginning, where that takes no more room. */
const capitalised = (text: string) =>
  text.replace(/^\p{Ll}/u, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter));

/** A title made of any file name; undefined if no visible character is left. */
export function titleOfFile(name: string): string | undefined {
  // Marks that change the direction of writing and characters that cannot be seen are common in names of downloads.
  const stem = name.replace(/\.[^.]*$/, '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, ' ');
  let title = '';
  for (const { segment } of new Intl.Segmenter().segment(normalised(stem, false))) {
    if (title.length + segment.length > gameLimits.maxTitleLength) break;
    title += segment;
  }
  title = capitalised(normalised(title, false));
  return textFault(title, gameLimits.maxTitleLength, false) === null ? title : undefined;
}
