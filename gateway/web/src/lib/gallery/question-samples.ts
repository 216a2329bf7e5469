import type { AnswerValue, KeyView, Question, Tally, TaskView, Verdict } from '$lib/contract';

/** One type of question in every phase: the task, an answer, and the result. */
export interface QuestionSample {
  prompt: string;
  task: TaskView;
  answer: AnswerValue | null;
  key: KeyView | null;
  /** The answers as everyone sees them. */
  tally: Tally;
  /** The answers as hosts see them, where they see more; null before the reveal for some types. */
  live?: Tally | null;
  verdict: Verdict;
  document: Question;
  /** A document with whatever an author can get wrong. */
  unsound?: Question;
}

const line = (text: string, count: number, correct: boolean | null = null) => ({ text, count, correct });
const bins = (from: number, width: number, ...counts: number[]): Tally => ({
  kind: 'numbers',
  bins: counts.map((count, index) => ({ from: from + index * width, to: from + (index + 1) * width, count })),
});
const common = { timeLimitMs: 20_000, points: 1000 };
const unscored = { timeLimitMs: 30_000, points: 0 };
const option = (label: string, correct = false) => ({ label, correct });

const planets = ['Mars', 'Mercury', 'Earth', 'Venus'];
const inventions = [
  'The printing press with movable type in Mainz',
  'The steam engine with a separate condenser',
  'The telephone',
  'The World Wide Web',
  'The transistor',
  'The phonograph, which its inventor first took for a toy',
];
const opinions = [
  'More examples, please.',
  'The second part was too fast for me. I would have liked to try it out before we went on to the next chapter.',
  'Great session!',
  'Could we have the slides?',
  'I liked the group work most of all.',
];

/** By type; some types have another sample that is as long as it gets. */
export const questionSamples = {
  multipleChoice: {
    prompt: 'Which of these are prime numbers?',
    task: { type: 'multipleChoice', options: ['2', '9', '17', '21', '23'] },
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
  poll: {
    prompt: 'Where shall we go for the summer party?',
    task: { type: 'poll', options: ['The lake', 'The park', 'The roof', 'Nowhere'] },
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
  typedAnswer: {
    prompt: 'What is the capital of Australia?',
    task: { type: 'typedAnswer', maxLength: 100 },
    answer: { kind: 'text', text: 'Sydney' },
    key: { kind: 'texts', accepted: ['Canberra'] },
    tally: {
      kind: 'texts',
      lines: [line('Canberra', 12, true), line('Cambera', 1, true)],
      more: 10,
    },
    live: {
      kind: 'texts',
      lines: [
        line('Canberra', 12, true),
        line('Sydney', 7, false),
        line('Melbourne', 2, false),
        line('Cambera', 1, true),
        line('no idea', 1, false),
      ],
      more: 0,
    },
    verdict: 'wrong',
    document: {
      type: 'typedAnswer',
      prompt: 'What is the capital of Australia?',
      accepted: ['Canberra', 'Canberra ACT'],
      ignoreCase: true,
      ignoreAccents: true,
      ignoreSpaces: true,
      ignorePunctuation: true,
      allowTypos: false,
      ...common,
    },
    unsound: {
      type: 'typedAnswer',
      prompt: 'What?',
      accepted: ['Canberra', 'Canberra', ''],
      ignoreCase: true,
      ignoreAccents: true,
      ignoreSpaces: true,
      ignorePunctuation: true,
      allowTypos: true,
      ...common,
    },
  },
  number: {
    prompt: 'How long is the Danube?',
    task: { type: 'number', decimals: 0, unit: 'km' },
    answer: { kind: 'number', value: 2_500 },
    key: { kind: 'number', value: 2_850, tolerance: 500 },
    tally: bins(1_000, 250, 1, 0, 2, 3, 6, 4, 5, 7, 3, 0, 1, 2),
    verdict: 'partial',
    document: {
      type: 'number',
      prompt: 'How long is the Danube?',
      value: 2_850,
      tolerance: 500,
      scoring: 'nearest',
      decimals: 0,
      unit: 'km',
      ...common,
    },
    unsound: {
      type: 'number',
      prompt: 'How long?',
      value: 2_850,
      tolerance: -1,
      scoring: 'range',
      decimals: 9,
      unit: 'kilometres along the river itself',
      ...common,
    },
  },
  slider: {
    prompt: 'How much of the Earth’s surface is water?',
    task: { type: 'slider', min: 0, max: 100, step: 1, unit: '%' },
    answer: { kind: 'number', value: 71 },
    key: { kind: 'number', value: 71, tolerance: 5 },
    tally: bins(0, 10, 0, 0, 0, 1, 0, 2, 5, 9, 4, 0),
    verdict: 'correct',
    document: {
      type: 'slider',
      prompt: 'How much of the Earth’s surface is water?',
      min: 0,
      max: 100,
      step: 1,
      value: 71,
      tolerance: 5,
      unit: '%',
      ...common,
    },
    unsound: { type: 'slider', prompt: 'How much?', min: 0, max: 10, step: 4, value: 7, tolerance: 0, ...common },
  },
  order: {
    prompt: 'Order the planets, nearest to the Sun first.',
    task: { type: 'order', items: planets },
    answer: { kind: 'order', items: [1, 2, 3, 0] },
    key: { kind: 'order', items: [1, 3, 2, 0] },
    tally: { kind: 'counts', counts: [17, 20, 9, 9] },
    live: null,
    verdict: 'partial',
    document: {
      type: 'order',
      prompt: 'Order the planets, nearest to the Sun first.',
      items: ['Mercury', 'Venus', 'Earth', 'Mars'],
      ...common,
    },
    unsound: { type: 'order', prompt: 'Order these.', items: ['Venus', '', 'Venus'], ...common },
  },
  orderLong: {
    prompt: 'Put these inventions in order, from the oldest to the most recent.',
    task: { type: 'order', items: inventions },
    answer: { kind: 'order', items: [0, 1, 5, 2, 4, 3] },
    key: { kind: 'order', items: [0, 1, 2, 5, 4, 3] },
    tally: { kind: 'counts', counts: [20, 17, 9, 21, 15, 9] },
    verdict: 'partial',
    document: {
      type: 'order',
      prompt: 'Put these inventions in order, from the oldest to the most recent.',
      items: inventions,
      ...common,
    },
  },
  match: {
    prompt: 'Which city lies on which river?',
    task: {
      type: 'match',
      left: ['Paris', 'London', 'Vienna', 'Lyon'],
      right: ['Danube', 'Rhône', 'Seine', 'Thames'],
    },
    answer: { kind: 'order', items: [2, 3, 1, 0] },
    key: { kind: 'order', items: [2, 3, 0, 1] },
    tally: { kind: 'counts', counts: [21, 22, 12, 12] },
    live: null,
    verdict: 'partial',
    document: {
      type: 'match',
      prompt: 'Which city lies on which river?',
      pairs: [
        { left: 'Paris', right: 'Seine' },
        { left: 'London', right: 'Thames' },
        { left: 'Vienna', right: 'Danube' },
      ],
      ...common,
    },
    unsound: {
      type: 'match',
      prompt: 'Match these.',
      pairs: [
        { left: 'Paris', right: 'Seine' },
        { left: 'Paris', right: '' },
      ],
      ...common,
    },
  },
  matchLong: {
    prompt: 'Match each invention with the place where it was first shown.',
    task: {
      type: 'match',
      left: inventions,
      right: [
        'Geneva',
        'Mainz',
        'Murray Hill, New Jersey',
        'Glasgow',
        'Menlo Park',
        'Philadelphia, Centennial Exhibition',
      ],
    },
    answer: { kind: 'order', items: [1, 3, 5, 0, 2, 4] },
    key: { kind: 'order', items: [1, 3, 5, 0, 2, 4] },
    tally: { kind: 'counts', counts: [20, 17, 9, 21, 15, 9] },
    verdict: 'correct',
    document: {
      type: 'match',
      prompt: 'Match each invention with the place where it was first shown.',
      pairs: inventions.map((left, index) => ({ left, right: `Place ${index}` })),
      ...common,
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
