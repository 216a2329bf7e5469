import { gameLimits } from '$lib/contract';
import { shownText } from '$lib/author/text';
import type { DraftType } from '../draft-type';
import { placesInRotated, rotated } from '../shown';

/** The list is in the right order; a game shuffles it for players. */
export const orderDraft: DraftType<'order'> = {
  list: {
    min: gameLimits.minItems,
    max: gameLimits.maxItems,
    maxLength: gameLimits.maxOptionLength,
    correct: 'none',
    entries: 'items',
  },
  read: ({ items }) => ({ options: items.map((label) => ({ label })) }),
  write: ({ options }) => ({ type: 'order', items: options.map((option) => option.label) }),
  faults: () => [],
  task: ({ options }) => ({ type: 'order', items: rotated(options).map((option) => shownText(option.label)) }),
  key: ({ options }) => ({ kind: 'order', items: placesInRotated(options.length) }),
  answer: ({ options }) => ({ kind: 'order', items: placesInRotated(options.length) }),
};
