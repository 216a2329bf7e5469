import { gameLimits } from '$lib/contract';
import { normalised, textFault } from '$lib/author/text';
import type { DraftType } from '../draft-type';

export const slideDraft: DraftType<'slide'> = {
  list: null,
  read: ({ body }) => ({ body }),
  write: ({ details }) => ({ type: 'slide', body: details.body }),
  *faults({ details: { body } }) {
    const code = body.trim() === '' ? null : textFault(body, gameLimits.maxBodyLength, true);
    if (code) yield { field: 'body', code, limit: gameLimits.maxBodyLength };
  },
  task: ({ details }) => ({ type: 'slide', body: normalised(details.body, true) }),
  key: () => null,
  answer: () => null,
};
