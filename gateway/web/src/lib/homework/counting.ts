import type { HomeworkAttempt, HomeworkPlayer } from '$lib/contract';

/** Which of a player's attempts counts. */
export type Counting = 'best' | 'last';

/** The attempt of a player that counts: the first of the best, or the last one that is over; null before one is. */
export function countingOf({ attempts }: HomeworkPlayer, counting: Counting): HomeworkAttempt | null {
  const over = attempts.filter(({ endedAt }) => endedAt);
  if (counting === 'last') return over.at(-1) ?? null;
  return over.reduce<HomeworkAttempt | null>((best, one) => (best && best.points >= one.points ? best : one), null);
}

/** The attempt of a player that is under way, or null. */
export const runningOf = ({ attempts }: HomeworkPlayer): HomeworkAttempt | null =>
  attempts.find(({ endedAt }) => !endedAt) ?? null;
