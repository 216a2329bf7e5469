import type { MediumKind, OwnMedium } from '$lib/contract';

/** What a medium is called where its author has given it no name. */
export const nameOf = (
  { title, alt, medium }: Pick<OwnMedium, 'title' | 'alt' | 'medium'>,
  kinds: Record<MediumKind, string>,
): string => title ?? alt ?? kinds[medium.kind];
