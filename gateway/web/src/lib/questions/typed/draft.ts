import { gameLimits } from '$lib/contract';
import { shownText } from '$lib/author/text';
import type { DraftType } from '../draft-type';

export const typedDraft: DraftType<'typedAnswer'> = {
  list: {
    min: 1,
    max: gameLimits.maxAcceptedTexts,
    maxLength: gameLimits.maxTypedLength,
    correct: 'none',
    entries: 'accepted',
  },
  read: ({ accepted, ignoreCase, ignoreAccents, ignoreSpaces, ignorePunctuation, allowTypos }) => ({
    options: accepted.map((label) => ({ label, correct: true })),
    ignoreCase,
    ignoreAccents,
    ignoreSpaces,
    ignorePunctuation,
    allowTypos,
  }),
  write: ({ options, details }) => ({
    type: 'typedAnswer',
    accepted: options.map((option) => option.label),
    ignoreCase: details.ignoreCase,
    ignoreAccents: details.ignoreAccents,
    ignoreSpaces: details.ignoreSpaces,
    ignorePunctuation: details.ignorePunctuation,
    allowTypos: details.allowTypos,
  }),
  faults: () => [],
  task: () => ({ type: 'typedAnswer', maxLength: gameLimits.maxTypedLength }),
  key: ({ options }) => ({ kind: 'texts', accepted: options.map((option) => shownText(option.label)) }),
  answer: ({ options }) => ({ kind: 'text', text: shownText(options[0]?.label ?? '') }),
};
