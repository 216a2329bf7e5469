import type { Finale } from '$lib/contract';

/** Anything that has a place: players, or teams. */
type Placed = { rank: number };

/** When places are shown, as parts of the finale's time: the best last, with the longest wait before it. */
const shares: Record<number, readonly number[]> = { 1: [1], 2: [1, 0.45], 3: [1, 0.6, 0.25] };

/** When each of the first places is shown, in their order: equals are shown together. */
export function instantsOf(steps: readonly Placed[], { startsAtMs, endsAtMs }: Finale): number[] {
  const ranks = [...new Set(steps.map(({ rank }) => rank))];
  const parts = shares[ranks.length] ?? [1];
  return steps.map(({ rank }) => startsAtMs + (endsAtMs - startsAtMs) * (parts[ranks.indexOf(rank)] ?? 1));
}

/** How many of the first places are still hidden: the best ones. */
export const hiddenAt = (instants: readonly number[], nowMs: number): number =>
  instants.filter((instant) => instant > nowMs).length;
