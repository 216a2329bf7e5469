import type { MediumView, OptionPicture } from '$lib/contract';

/** The pictures of a task's options, by option. */
export const picturesOf = ({ pictures }: { pictures: readonly OptionPicture[] }): ReadonlyMap<number, MediumView> =>
  new Map(pictures.map(({ option, picture }) => [option, picture]));
