import type { DraftType } from '../draft-type';
import { questionLimits } from '../limits';

export const openTextDraft: DraftType<'openText'> = {
  list: null,
  read: () => ({}),
  write: () => ({ type: 'openText' }),
  faults: () => [],
  task: () => ({ type: 'openText', maxLength: questionLimits.maxOpenTextLength }),
  key: () => null,
  answer: () => null,
};
