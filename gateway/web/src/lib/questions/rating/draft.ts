import { textFault } from '$lib/author/text';
import type { ContentFault, DraftType } from '../draft-type';
import { questionLimits } from '../limits';

function* labelFault(field: 'low' | 'high', text: string): Generator<ContentFault> {
  const code = text.trim() === '' ? null : textFault(text, questionLimits.maxLabelLength, false);
  if (code) yield { field, code, limit: questionLimits.maxLabelLength };
}

const stepsOf = (steps: number | null) =>
  Math.min(questionLimits.maxRating, Math.max(questionLimits.minRating, steps ?? questionLimits.minRating));

export const ratingDraft: DraftType<'rating'> = {
  list: null,
  read: ({ steps, low = '', high = '' }) => ({ steps, low, high }),
  write: ({ details: { steps, low, high } }) => ({
    type: 'rating',
    steps: steps ?? 0,
    ...(low.trim() && { low }),
    ...(high.trim() && { high }),
  }),
  *faults({ details: { steps, low, high } }) {
    const isWhole = steps !== null && Number.isInteger(steps);
    if (!isWhole || steps < questionLimits.minRating || steps > questionLimits.maxRating)
      yield { field: 'steps', code: steps === null ? 'empty' : 'outOfRange' };
    yield* labelFault('low', low);
    yield* labelFault('high', high);
  },
  task: ({ details: { steps, low, high } }) => ({
    type: 'rating',
    steps: stepsOf(steps),
    low: low.trim() || null,
    high: high.trim() || null,
  }),
  key: () => null,
  answer: ({ details: { steps } }) => ({ kind: 'choice', option: stepsOf(steps) - 1 }),
};
