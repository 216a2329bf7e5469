import { gameLimits } from '$lib/contract';
import { shownText } from '$lib/author/text';
import type { DraftType } from '../draft-type';
import { placesInRotated, rotated } from '../shown';

/** Partners stand beside each other; a game shuffles the right side. */
export const matchDraft: DraftType<'match'> = {
  list: {
    min: gameLimits.minItems,
    max: gameLimits.maxItems,
    maxLength: gameLimits.maxOptionLength,
    correct: 'none',
    entries: 'pairs',
    isPaired: true,
  },
  read: ({ pairs }) => ({ options: pairs.map(({ left, right }) => ({ label: left, partner: right })) }),
  write: ({ options }) => ({
    type: 'match',
    pairs: options.map(({ label, partner }) => ({ left: label, right: partner })),
  }),
  faults: () => [],
  task: ({ options }) => ({
    type: 'match',
    left: options.map((option) => shownText(option.label)),
    right: rotated(options).map((option) => shownText(option.partner)),
  }),
  key: ({ options }) => ({ kind: 'order', items: placesInRotated(options.length) }),
  answer: ({ options }) => ({ kind: 'order', items: placesInRotated(options.length) }),
};
