/** The picks with one more or one fewer, in the order of the options. */
export function toggled(picks: readonly number[], option: number): readonly number[] {
  return picks.includes(option)
    ? picks.filter((pick) => pick !== option)
    : [...picks, option].sort((first, second) => first - second);
}
