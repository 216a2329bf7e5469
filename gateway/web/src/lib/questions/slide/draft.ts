import { normalised, textFault } from '$lib/author/text';
import type { DraftType } from '../draft-type';
import { questionLimits } from '../limits';

export const slideDraft: DraftType<'slide'> = {
  list: null,
  read: ({ body }) => ({ body }),
  write: ({ details }) => ({ type: 'slide', body: details.body }),
  *faults({ details: { body } }) {
    const code = body.trim() === '' ? null : textFault(body, questionLimits.maxBodyLength, true);
    if (code) yield { field: 'body', code, limit: questionLimits.maxBodyLength };
  },
  task: ({ details }) => ({ type: 'slide', body: normalised(details.body, true) }),
  key: () => null,
  answer: () => null,
};
