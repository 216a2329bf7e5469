import type { RoundResult } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { outcomeOf } from './verdict';

/** The longest row of right answers. A question that could not be right or wrong interrupts none. */
export function longestRow(results: readonly RoundResult[]): number {
  let [row, longest] = [0, 0];
  for (const result of [...results].sort((first, second) => first.round - second.round)) {
    const outcome = outcomeOf(result);
    if (outcome === 'unscored') continue;
    row = outcome === 'right' ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

/** The time of the fastest right answer, in milliseconds; null without one. */
export function fastestRight(results: readonly RoundResult[]): number | null {
  const times = results
    .filter((result) => outcomeOf(result) === 'right')
    .flatMap(({ elapsedMs }) => (elapsedMs === null ? [] : [elapsedMs]));
  return times.length > 0 ? Math.min(...times) : null;
}

/** What went well in a player's game, in words: true of every game, and of a game without points too. */
export function highlightsOf(results: readonly RoundResult[]): string[] {
  const row = longestRow(results);
  const fastest = fastestRight(results);
  const answered = results.filter(({ answer }) => answer !== null).length;
  const found = [
    ...(row >= 2 ? [t().podium.bestRow(row)] : []),
    ...(fastest === null ? [] : [t().podium.fastest(fastest)]),
  ];
  return found.length > 0 || answered === 0 ? found : [t().podium.tookPart(answered)];
}
