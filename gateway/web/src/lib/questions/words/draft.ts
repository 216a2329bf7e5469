import { gameLimits } from '$lib/contract';
import type { DraftType } from '../draft-type';

export const wordCloudDraft: DraftType<'wordCloud'> = {
  list: null,
  read: ({ maxWords }) => ({ maxWords }),
  write: ({ details }) => ({ type: 'wordCloud', maxWords: details.maxWords ?? 0 }),
  *faults({ details: { maxWords } }) {
    if (maxWords === null || !Number.isInteger(maxWords) || maxWords < 1 || maxWords > gameLimits.maxWords)
      yield { field: 'maxWords', code: maxWords === null ? 'empty' : 'outOfRange' };
  },
  task: ({ details: { maxWords } }) => ({
    type: 'wordCloud',
    maxWords: Math.min(gameLimits.maxWords, Math.max(1, maxWords ?? 1)),
    maxLength: gameLimits.maxWordLength,
  }),
  key: () => null,
  answer: () => null,
};
