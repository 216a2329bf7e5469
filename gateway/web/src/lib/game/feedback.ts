import type { RoundResult, SeatView } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { outcomeOf } from './verdict';

/** What a question brought. */
export const earnedBy = (result: RoundResult): number => result.points + result.streakBonus;

/** Whether there is something to be glad about: a right answer, whole or in part, that brought points. */
export const isPraised = (result: RoundResult): boolean =>
  earnedBy(result) > 0 && ['right', 'partial'].includes(outcomeOf(result));

/**
 * What the phone says after a question beside the verdict and the points, two lines at most: the row of right answers, and what became of the
 * place. Only what is good, and only where points came: a place lost or a row that ended is seen, and needs no words.
 * @param earlier What the questions before brought.
 */
export function remarksOf(result: RoundResult, earlier: readonly RoundResult[], seat: SeatView): string[] {
  if (!isPraised(result)) return [];
  const texts = t().result;
  const row = outcomeOf(result) === 'right' && seat.streak >= 2 ? seat.streak : 0;
  const risen = seat.previousRank == null ? 0 : seat.previousRank - seat.rank;
  const isBack = outcomeOf(result) === 'right' && earlier.at(-1)?.verdict === 'wrong';
  return [
    ...(row > 0 ? [result.streakBonus > 0 ? texts.streakWith(row, result.streakBonus) : texts.streak(row)] : []),
    ...(risen > 0 ? [seat.rank === 1 ? texts.first : texts.risen(risen)] : isBack ? [texts.back] : []),
  ];
}

/** How the place stands: how far behind the next one, or that no player is ahead. Without points there is no lead. */
export function placeNote(seat: SeatView): string {
  if (seat.toNext > 0) return t().result.toNext(seat.toNext);
  return seat.rank === 1 && seat.score > 0 ? t().result.leading : '';
}
