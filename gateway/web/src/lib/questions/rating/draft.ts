import { gameLimits } from '$lib/contract';
import { textFault } from '$lib/author/text';
import type { ContentFault, DraftType } from '../draft-type';

function* labelFault(field: 'low' | 'high', text: string): Generator<ContentFault> {
  const code = text.trim() === '' ? null : textFault(text, gameLimits.maxNoteLength, false);
  if (code) yield { field, code, limit: gameLimits.maxNoteLength };
}

const stepsOf = (steps: number | null) =>
  Math.min(gameLimits.maxSteps, Math.max(gameLimits.minSteps, steps ?? gameLimits.minSteps));

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
    if (!isWhole || steps < gameLimits.minSteps || steps > gameLimits.maxSteps)
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
