import type { QuestionSample } from './question-samples';

const line = (text: string, count: number, correct: boolean | null = null) => ({ text, count, correct });
const unscored = { timeLimitMs: 30_000, points: 0 };
const option = (label: string, correct = false) => ({ label, correct });
const opinions = [
  'More examples, please.',
  'The second part was too fast for me. I would have liked to try it out before we went on to the next chapter.',
  'Great session!',
  'Could we have the slides?',
  'I liked the group work most of all.',
];

export const unscoredSamples = {
  poll: {
    prompt: 'Where shall we go for the summer party?',
    task: { type: 'poll', options: ['The lake', 'The park', 'The roof', 'Nowhere'], pictures: [] },
    answer: { kind: 'choice', option: 2 },
    key: null,
    tally: { kind: 'counts', counts: [9, 3, 8, 0] },
    verdict: 'unscored',
    document: {
      type: 'poll',
      prompt: 'Where shall we go for the summer party?',
      options: [option('The lake'), option('The park'), option('The roof')],
      shuffle: false,
      ...unscored,
    },
  },
  rating: {
    prompt: 'How confident do you feel about fractions?',
    task: { type: 'rating', steps: 5, low: 'Not at all', high: 'Very' },
    answer: { kind: 'choice', option: 3 },
    key: null,
    tally: { kind: 'counts', counts: [1, 4, 6, 9, 3] },
    verdict: 'unscored',
    document: {
      type: 'rating',
      prompt: 'How confident do you feel about fractions?',
      steps: 5,
      low: 'Not at all',
      high: 'Very',
      ...unscored,
    },
    unsound: { type: 'rating', prompt: 'How much?', steps: 11, low: 'x'.repeat(40), ...unscored },
  },
  ratingLong: {
    prompt: 'How likely are you to recommend this workshop to a colleague?',
    task: { type: 'rating', steps: 10, low: 'Not at all likely', high: 'Extremely likely' },
    answer: { kind: 'choice', option: 8 },
    key: null,
    tally: { kind: 'counts', counts: [0, 0, 1, 0, 2, 1, 4, 6, 5, 3] },
    verdict: 'unscored',
    document: { type: 'rating', prompt: 'How likely?', steps: 10, ...unscored },
  },
  wordCloud: {
    prompt: 'What makes a good team?',
    task: { type: 'wordCloud', maxWords: 3, maxLength: 25 },
    answer: { kind: 'words', words: ['trust', 'good food', 'humour'] },
    key: null,
    tally: {
      kind: 'texts',
      lines: [
        line('trust', 14),
        line('humour', 9),
        line('communication', 8),
        line('respect', 6),
        line('good food', 4),
        line('time', 4),
        line('listening', 3),
        line('a common goal', 3),
        line('coffee', 2),
        line('patience', 2),
        line('fun', 2),
        ...['honesty', 'diversity', 'leadership', 'no meetings', 'feedback', 'courage', 'help'].map((text) =>
          line(text, 1),
        ),
      ],
      more: 0,
    },
    verdict: 'unscored',
    document: { type: 'wordCloud', prompt: 'What makes a good team?', maxWords: 3, ...unscored },
  },
  openText: {
    prompt: 'What should we do differently next time?',
    task: { type: 'openText', maxLength: 250 },
    answer: { kind: 'text', text: opinions[1] ?? '' },
    key: null,
    tally: { kind: 'texts', lines: [], more: 7 },
    live: {
      kind: 'texts',
      lines: opinions.map((text, index) => line(text, index === 0 ? 3 : 1)),
      more: 0,
    },
    verdict: 'unscored',
    document: { type: 'openText', prompt: 'What should we do differently next time?', ...unscored },
  },
  slide: {
    prompt: 'Round two: science',
    task: {
      type: 'slide',
      body: 'Six questions on physics, chemistry and biology.\n\nThe last one counts double, and the slowest phone buys the coffee.',
    },
    answer: null,
    key: null,
    tally: { kind: 'counts', counts: [] },
    verdict: 'unscored',
    document: {
      type: 'slide',
      prompt: 'Round two: science',
      body: 'Six questions on physics, chemistry and biology.',
      timeLimitMs: null,
      points: 0,
    },
  },
} satisfies Record<string, QuestionSample>;
