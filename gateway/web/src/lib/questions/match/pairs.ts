/** The partner of each entry on the left: an index on the right, or null. */
export type Pairs = readonly (number | null)[];

export const noPairs = (count: number): Pairs => Array.from({ length: count }, () => null);

/** The pairs with one more. A partner that another entry had is taken from it. */
export const paired = (pairs: Pairs, left: number, right: number): Pairs =>
  pairs.map((partner, index) => (index === left ? right : partner === right ? null : partner));

export const unpaired = (pairs: Pairs, left: number): Pairs =>
  pairs.map((partner, index) => (index === left ? null : partner));

/** The entry that the next partner is for: the first without one after an entry, else the first of all; null when all have one. */
export function nextOpen(pairs: Pairs, after: number): number | null {
  const open = pairs.flatMap((partner, index) => (partner === null ? [index] : []));
  return open.find((index) => index > after) ?? open[0] ?? null;
}

/** The answer that is sent: null while a partner is missing. */
export function complete(pairs: Pairs): readonly number[] | null {
  const partners = pairs.filter((partner) => partner !== null);
  return partners.length === pairs.length ? partners : null;
}
