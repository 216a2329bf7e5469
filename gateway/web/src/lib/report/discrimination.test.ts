import { expect, it } from 'vitest';
import { whyNoDiscrimination } from './discrimination';

const counts = { asked: 9, right: 0, partly: 0, wrong: 0, unscored: 0, none: 0 };

it.each([
  ['nobody was right', { right: 0, wrong: 4, none: 5 }, 'none'],
  ['everyone was right', { right: 9 }, 'all'],
  ['some were right, and all did equally well elsewhere', { right: 4, wrong: 5 }, 'equal'],
] as const)('says that %s', (_, some, why) => {
  expect(whyNoDiscrimination({ counts: { ...counts, ...some } })).toBe(why);
});
