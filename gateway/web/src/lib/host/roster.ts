import type { RosterLine } from '$lib/contract';

/** A list longer than this can be searched. */
export const searchFrom = 8;

/** Without case and accents: a hasty search finds Zoé as well. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The lines whose names contain the search text. */
export function searched(
  roster: readonly RosterLine[],
  search: string,
  nameOf: (line: RosterLine) => string,
): readonly RosterLine[] {
  const wanted = plain(search.trim());
  return wanted === '' ? roster : roster.filter((line) => plain(nameOf(line)).includes(wanted));
}
