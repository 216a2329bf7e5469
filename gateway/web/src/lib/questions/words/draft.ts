import type { DraftType } from '../draft-type';
import { questionLimits } from '../limits';

export const wordCloudDraft: DraftType<'wordCloud'> = {
  list: null,
  read: ({ maxWords }) => ({ maxWords }),
  write: ({ details }) => ({ type: 'wordCloud', maxWords: details.maxWords ?? 0 }),
  *faults({ details: { maxWords } }) {
    if (maxWords === null || !Number.isInteger(maxWords) || maxWords < 1 || maxWords > questionLimits.maxWords)
      yield { field: 'maxWords', code: maxWords === null ? 'empty' : 'outOfRange' };
  },
  task: ({ details: { maxWords } }) => ({
    type: 'wordCloud',
    maxWords: Math.min(questionLimits.maxWords, Math.max(1, maxWords ?? 1)),
    maxLength: questionLimits.maxWordLength,
  }),
  key: () => null,
  answer: () => null,
};
