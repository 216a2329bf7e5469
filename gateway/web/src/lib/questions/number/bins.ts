import type { NumberBin } from '$lib/contract';

/** Which of the bins holds a value: the last of those that share an edge with it begins there. */
export function binOf(bins: readonly NumberBin[], value: number): number {
  const starting = bins.findLastIndex((bin) => bin.from <= value && value < bin.to);
  return starting >= 0 ? starting : bins.findLastIndex((bin) => bin.from <= value && value <= bin.to);
}
