import { gameLimits, type MediumView } from '$lib/contract';
import { mediumView } from '$lib/author/media/medium';
import type { DraftType } from '../draft-type';
import { middleOf } from './places';

/** In place of a picture that is not there yet. */
const noPicture: MediumView = { name: '', kind: 'picture', alt: null, width: null, height: null, seconds: null };

export const pinDraft: DraftType<'pin'> = {
  list: null,
  needsPicture: true,
  read: ({ areas }) => ({ areas }),
  write: ({ details }) => ({ type: 'pin', areas: [...details.areas] }),
  *faults({ medium, details }) {
    if (medium?.kind !== 'picture') yield { field: 'medium', code: 'missingMember' };
    if (details.areas.length === 0) yield { field: 'areas', code: 'tooFewEntries', limit: 1 };
    if (details.areas.length > gameLimits.maxAreas)
      yield { field: 'areas', code: 'tooManyEntries', limit: gameLimits.maxAreas };
  },
  task: ({ medium }) => ({ type: 'pin', picture: medium?.kind === 'picture' ? mediumView(medium) : noPicture }),
  key: ({ details }) => ({ kind: 'areas', areas: [...details.areas] }),
  answer: ({ details }) => (details.areas[0] ? { kind: 'point', ...middleOf(details.areas[0]) } : null),
};
