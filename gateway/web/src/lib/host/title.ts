import { gameLimits } from '$lib/contract';
import { normalised, textFault } from '$lib/author/faults';

/** A title made of a file's name, whatever the name holds; undefined if nothing of it can be seen. */
export function titleOfFile(name: string): string | undefined {
  // Marks that change the direction of writing and characters that cannot be seen are common in names of downloads.
  const stem = name.replace(/\.[^.]*$/, '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, ' ');
  let title = '';
  for (const { segment } of new Intl.Segmenter().segment(normalised(stem, false))) {
    if (title.length + segment.length > gameLimits.maxTitleLength) break;
    title += segment;
  }
  title = normalised(title, false);
  return textFault(title, gameLimits.maxTitleLength, false) === null ? title : undefined;
}
