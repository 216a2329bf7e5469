import { describe, expect, it } from 'vitest';
import type { AnswerValue, TaskView } from '$lib/contract';
import { guessOf } from './guesses';

const words = ['sun', 'moon'];
const options = ['a', 'b', 'c', 'd'];
const picture = { name: 'p', kind: 'picture', alt: '', width: 1, height: 1, seconds: null } as never;

/** Numbers from 0, below 1, the same in each run. */
function numbers(): () => number {
  let state = 7;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const fits: [TaskView, (answer: AnswerValue | null) => boolean][] = [
  [{ type: 'singleChoice', options, pictures: [] }, (answer) => answer?.kind === 'choice' && answer.option < 4],
  [
    { type: 'trueFalse', options: ['t', 'f'], pictures: [] },
    (answer) => answer?.kind === 'choice' && answer.option < 2,
  ],
  [{ type: 'poll', options, pictures: [] }, (answer) => answer?.kind === 'choice' && answer.option < 4],
  [
    { type: 'multipleChoice', options, pictures: [] },
    (answer) => answer?.kind === 'choices' && new Set(answer.options).size === 2,
  ],
  [
    { type: 'number', decimals: 0, unit: null },
    (answer) => answer?.kind === 'number' && Number.isInteger(answer.value),
  ],
  [
    { type: 'slider', min: 20, max: 80, step: 5, unit: null },
    (answer) => answer?.kind === 'number' && answer.value >= 20 && answer.value <= 80 && answer.value % 5 === 0,
  ],
  [{ type: 'rating', steps: 5, low: null, high: null }, (answer) => answer?.kind === 'choice' && answer.option < 5],
  [{ type: 'order', items: options }, (answer) => answer?.kind === 'order' && new Set(answer.items).size === 4],
  [{ type: 'match', left: options, right: options }, (answer) => answer?.kind === 'order' && answer.items.length === 4],
  [{ type: 'pin', picture }, (answer) => answer?.kind === 'point' && answer.x < 1 && answer.y < 1],
  [
    { type: 'wordCloud', maxWords: 3, maxLength: 20 },
    (answer) => answer?.kind === 'words' && answer.words.length === 1,
  ],
  [{ type: 'typedAnswer', maxLength: 2 }, (answer) => answer?.kind === 'text' && answer.text.length === 2],
  [{ type: 'openText', maxLength: 100 }, (answer) => answer?.kind === 'text' && words.includes(answer.text)],
  [{ type: 'slide', body: '' }, (answer) => answer === null],
];

describe('a simulated player', () => {
  it.each(fits)('answers $type with what fits', (task, fit) => {
    const random = numbers();
    for (let turn = 0; turn < 200; turn++) expect(guessOf(task, words, random)).toSatisfy(fit);
  });
});
