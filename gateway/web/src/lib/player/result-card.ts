import type { PodiumView, RoundResult, SeatView } from '$lib/contract';
import { outcomeOf, type Outcome } from '$lib/game/verdict';
import { copyText } from '$lib/ui/clipboard';

const marks: Record<Outcome, string> = { right: '🟩', partial: '🟨', wrong: '🟥', unscored: '', none: '⬜' };

/** What became of each question that counted. */
export const outcomesOf = (phase: PodiumView, results: readonly RoundResult[]): Outcome[] =>
  phase.rounds
    .filter(({ scored, skipped }) => scored && !skipped)
    .map(({ round }) => {
      const result = results.find((each) => each.round === round);
      return result ? outcomeOf(result) : 'none';
    });

/** One square a question that counted: right, partly right, wrong or not answered. */
export const squaresOf = (phase: PodiumView, results: readonly RoundResult[]): string =>
  outcomesOf(phase, results)
    .map((outcome) => marks[outcome])
    .join('');

/** A player's game in a few lines, to send or to keep. */
export function resultCard(
  title: string,
  seat: SeatView,
  phase: PodiumView,
  results: readonly RoundResult[],
  words: { place: string; score: string; right: string },
): string {
  const lines = [
    `Arena · ${title}`,
    `${seat.nickname}: ${[words.place, words.score].filter(Boolean).join(' · ')}`,
    words.right,
  ];
  return [...lines, squaresOf(phase, results)].filter((line) => line !== '').join('\n');
}

/** Hands a text to another app, else to the clipboard. Says which, or null when the browser lets neither happen. */
export async function handOut(text: string): Promise<'shared' | 'copied' | null> {
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ text });
      return 'shared';
    }
    return (await copyText(text)) ? 'copied' : null;
  } catch {
    return null;
  }
}
