import type { DraftOption, DraftQuestion } from '$lib/author/question';
import type { ContentFault } from '../draft-type';

// An option's weight is the share of the points that it earns, from -1 to 1. Authors write it in per cent.

/** Decimals of a percentage, as an import may have brought them along. */
const precision = 1e4;

export const percentOf = (weight: number): number => Math.round(weight * 100 * precision) / precision;
export const weightOf = (percent: number): number => Math.round(percent * precision) / (100 * precision);

const isSeveral = ({ type }: DraftQuestion) => type === 'multipleChoice';
const countRight = ({ options }: DraftQuestion) => options.filter((option) => option.correct).length;

/** Whether options can have weights: where all or nothing is earned they mean nothing. */
export const takesWeights = (question: DraftQuestion): boolean =>
  question.type === 'singleChoice' ||
  question.type === 'trueFalse' ||
  (isSeveral(question) && question.details.picks === 'perOption');

/** What an option is worth without a weight. */
export function usualWeight(question: DraftQuestion, { correct }: DraftOption): number {
  if (!isSeveral(question)) return correct ? 1 : 0;
  const part = 1 / Math.max(1, countRight(question));
  return correct ? part : -part;
}

/** The weight as it is stored: none where it says what the option is worth anyway. */
export function storedWeight(question: DraftQuestion, { correct, weight }: DraftOption): number | undefined {
  if (!question.details.isWeighted || !takesWeights(question) || weight == null) return undefined;
  return weight === (correct ? 1 : isSeveral(question) ? undefined : 0) ? undefined : weight;
}

/** What a weight may be: more than nothing for a right option, less than all for a wrong one, and for each of several right ones. */
export const weightRange = (question: DraftQuestion, { correct }: DraftOption): 'right' | 'oneOfSeveral' | 'wrong' =>
  !correct ? 'wrong' : isSeveral(question) && countRight(question) > 1 ? 'oneOfSeveral' : 'right';

const isWithin = {
  right: (weight: number) => weight > 0 && weight <= 1,
  oneOfSeveral: (weight: number) => weight > 0 && weight < 1,
  wrong: (weight: number) => weight >= -1 && weight < 1,
};

export function* weightFaults(question: DraftQuestion): Generator<ContentFault> {
  if (!question.details.isWeighted || !takesWeights(question)) return;
  for (const option of question.options) {
    const at = { option: option.key, field: 'weight' as const };
    if (option.weight === null) yield { ...at, code: 'empty' };
    else if (option.weight !== undefined && !isWithin[weightRange(question, option)](option.weight))
      yield { ...at, code: 'outOfRange' };
  }
}
