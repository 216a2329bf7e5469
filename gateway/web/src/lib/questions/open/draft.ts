import { gameLimits } from '$lib/contract';
import type { DraftType } from '../draft-type';

export const openTextDraft: DraftType<'openText'> = {
  list: null,
  read: () => ({}),
  write: () => ({ type: 'openText' }),
  faults: () => [],
  task: () => ({ type: 'openText', maxLength: gameLimits.maxOpenTextLength }),
  key: () => null,
  answer: () => null,
};
