/** A list as a preview shows it: not in the right order, which an author would take for what players see. */
export const rotated = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];

/** Where each entry of a list stands once it is rotated. */
export const placesInRotated = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index + count - 1) % count);
