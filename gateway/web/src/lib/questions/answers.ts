import type { AnswerValue, KeyView, Tally } from '$lib/contract';

// The content of an answer, a key or a tally: empty where it is of another kind.

/** The options that an answer picks, in their order. */
export function optionsOf(answer: AnswerValue | null): readonly number[] {
  if (answer?.kind === 'choice') return [answer.option];
  return answer?.kind === 'choices' ? answer.options : [];
}

export function textsOf(answer: AnswerValue | null): readonly string[] {
  if (answer?.kind === 'text') return [answer.text];
  return answer?.kind === 'words' ? answer.words : [];
}

export const numberOf = (answer: AnswerValue | null): number | null =>
  answer?.kind === 'number' ? answer.value : null;

/** The places of an order, or the partners of a match. */
export const itemsOf = (answer: AnswerValue | KeyView | null): readonly number[] =>
  answer?.kind === 'order' ? answer.items : [];

export const correctOf = (key: KeyView | null): readonly number[] => (key?.kind === 'options' ? key.correct : []);

export const countsOf = (tally: Tally | null): readonly number[] => (tally?.kind === 'counts' ? tally.counts : []);

/** How many answers a tally holds. */
export function totalOf(tally: Tally | null): number {
  if (tally?.kind === 'counts') return sum(tally.counts);
  if (tally?.kind === 'texts') return sum(tally.lines.map((line) => line.count)) + tally.more;
  if (tally?.kind === 'points') return sum(tally.points.map((point) => point.count));
  return tally?.kind === 'numbers' ? sum(tally.bins.map((bin) => bin.count)) : 0;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
