import type { Tally } from '$lib/contract';
import type { QuestionSample } from './question-samples';

const line = (text: string, count: number, correct: boolean | null = null) => ({ text, count, correct });
const bins = (from: number, width: number, ...counts: number[]): Tally => ({
  kind: 'numbers',
  bins: counts.map((count, index) => ({ from: from + index * width, to: from + (index + 1) * width, count })),
});
const common = { timeLimitMs: 20_000, points: 1000 };
const planets = ['Mars', 'Mercury', 'Earth', 'Venus'];
const inventions = [
  'The printing press with movable type in Mainz',
  'The steam engine with a separate condenser',
  'The telephone',
  'The World Wide Web',
  'The transistor',
  'The phonograph, which its inventor first took for a toy',
];

const alps = {
  name: 'a'.repeat(32),
  kind: 'picture' as const,
  alt: 'A mountain lake in the evening sun',
  width: 1600,
  height: 900,
};

export const scoredSamples = {
  pin: {
    prompt: 'Where is the sun?',
    task: { type: 'pin', picture: { ...alps, seconds: null } },
    answer: { kind: 'point', x: 0.42, y: 0.5 },
    key: {
      kind: 'areas',
      areas: [
        { shape: 'circle', x: 0.8, y: 0.2, radius: 0.08 },
        {
          shape: 'polygon',
          corners: [
            { x: 0.05, y: 0.95 },
            { x: 0.35, y: 0.36 },
            { x: 0.5, y: 0.95 },
          ],
        },
      ],
    },
    tally: {
      kind: 'points',
      points: [
        { x: 0.8, y: 0.21, count: 11 },
        { x: 0.75, y: 0.3, count: 3 },
        { x: 0.42, y: 0.5, count: 2 },
        { x: 0.1, y: 0.9, count: 1 },
      ],
    },
    verdict: 'wrong',
    document: {
      type: 'pin',
      prompt: 'Where is the sun?',
      media: alps,
      areas: [
        { shape: 'circle', x: 0.8, y: 0.2, radius: 0.08 },
        {
          shape: 'polygon',
          corners: [
            { x: 0.05, y: 0.95 },
            { x: 0.35, y: 0.36 },
            { x: 0.5, y: 0.95 },
          ],
        },
      ],
      ...common,
    },
    unsound: { type: 'pin', prompt: 'Where?', areas: [], ...common },
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
} satisfies Record<string, QuestionSample>;
