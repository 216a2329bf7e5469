import type { QuestionSample } from './question-samples';

const option = (label: string, correct = false) => ({ label, correct });
const common = { timeLimitMs: 20_000, points: 1000 };

export const choiceSamples = {
  singleChoice: {
    prompt: 'Which planet has the most moons?',
    task: { type: 'singleChoice', options: ['Jupiter', 'Saturn', 'Uranus', 'Neptune'], pictures: [] },
    answer: { kind: 'choice', option: 0 },
    key: { kind: 'options', correct: [1] },
    tally: { kind: 'counts', counts: [11, 8, 3, 1] },
    verdict: 'wrong',
    document: {
      type: 'singleChoice',
      prompt: 'Which planet has the most moons?',
      options: [option('Jupiter'), option('Saturn', true), option('Uranus'), option('Neptune')],
      shuffle: true,
      ...common,
    },
    unsound: {
      type: 'singleChoice',
      prompt: 'Which planet?',
      options: [option('Jupiter'), option('')],
      shuffle: false,
      ...common,
    },
  },
  trueFalse: {
    prompt: 'Berlin is older than Rome.',
    task: { type: 'trueFalse', options: ['True', 'False'], pictures: [] },
    answer: { kind: 'choice', option: 1 },
    key: { kind: 'options', correct: [1] },
    tally: { kind: 'counts', counts: [4, 19] },
    verdict: 'correct',
    document: {
      type: 'trueFalse',
      prompt: 'Berlin is older than Rome.',
      options: [option('True'), option('False', true)],
      shuffle: false,
      ...common,
    },
    unsound: { type: 'trueFalse', prompt: 'Old?', options: [option('Yes'), option('Yes')], shuffle: false, ...common },
  },
  multipleChoice: {
    prompt: 'Which of these are prime numbers?',
    task: { type: 'multipleChoice', options: ['2', '9', '17', '21', '23'], pictures: [] },
    answer: { kind: 'choices', options: [0, 1, 2] },
    key: { kind: 'options', correct: [0, 2, 4] },
    tally: { kind: 'counts', counts: [18, 6, 15, 4, 11] },
    verdict: 'partial',
    document: {
      type: 'multipleChoice',
      prompt: 'Which of these are prime numbers?',
      options: [option('2', true), option('9'), option('17', true), option('21'), option('23', true)],
      scoring: 'perOption',
      shuffle: false,
      ...common,
    },
    unsound: {
      type: 'multipleChoice',
      prompt: 'Which of these?',
      options: [option('2'), option('2')],
      scoring: 'allOrNothing',
      shuffle: true,
      ...common,
    },
  },
} satisfies Record<string, QuestionSample>;
