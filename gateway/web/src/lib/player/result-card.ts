import type { PodiumView, RoundResult, SeatView } from '$lib/contract';
import { copyText } from '$lib/ui/clipboard';

const marks = { right: '🟩', wrong: '🟥', unanswered: '⬜' };

/** One square a question that counted: right, wrong or not answered. */
export function squaresOf(phase: PodiumView, results: readonly RoundResult[]): string {
  return phase.rounds
    .filter((round) => !round.skipped)
    .map(({ round }) => {
      const result = results.find((each) => each.round === round);
      if (result?.choice == null) return marks.unanswered;
      return result.correct ? marks.right : marks.wrong;
    })
    .join('');
}

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
