import type { RoundResult } from '$lib/contract';

/** How a question went for a player; none: without an answer. */
export type Outcome = 'right' | 'partial' | 'wrong' | 'unscored' | 'none';

export function outcomeOf(result: RoundResult): Outcome {
  if (result.answer === null) return 'none';
  return result.verdict === 'correct' ? 'right' : result.verdict;
}
