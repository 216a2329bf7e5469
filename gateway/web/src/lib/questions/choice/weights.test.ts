import { describe, expect, it } from 'vitest';
import type { Option, Question } from '$lib/contract';
import { documentOf, draftOf, type DraftQuestion } from '$lib/author/draft';
import { faultsOf } from '$lib/author/faults';
import { percentOf, takesWeights, usualWeight, weightOf } from './weights';

const quizOf = (questions: Question[]) => ({ arena: 1, title: 'Quiz', questions });
const options = (...weights: (number | undefined)[]): Option[] =>
  weights.map((weight, index) => ({
    label: `${index}`,
    correct: index === 0,
    ...(weight !== undefined && { weight }),
  }));
const common = { prompt: 'Why?', timeLimitMs: 20_000, points: 1000, shuffle: false };
const single = (...weights: (number | undefined)[]): Question => ({
  type: 'singleChoice',
  ...common,
  options: options(...weights),
});
const several = (
  scoring: 'perOption' | 'allOrNothing',
  rights: number,
  ...weights: (number | undefined)[]
): Question => ({
  type: 'multipleChoice',
  ...common,
  scoring,
  options: options(...weights).map((option, index) => ({ ...option, correct: index < rights })),
});
const draftedOf = (document: Question): DraftQuestion => {
  const [question] = draftOf(quizOf([document])).questions;
  if (!question) throw new Error('A quiz has its questions.');
  return question;
};
const storedOf = (question: DraftQuestion) => {
  const [stored] = documentOf({ title: '', description: '', tags: [], folder: '', questions: [question] }).questions;
  return 'options' in (stored ?? {}) ? (stored as { options: Option[] }).options.map(({ weight }) => weight) : [];
};
const faults = (question: DraftQuestion) =>
  faultsOf({ title: 'Quiz', description: '', tags: [], folder: '', questions: [question] }).map(
    ({ field, code }) => `${field} ${code}`,
  );
const weighted = (document: Question, ...weights: (number | null | undefined)[]): DraftQuestion => {
  const question = draftedOf(document);
  return {
    ...question,
    details: { ...question.details, isWeighted: true },
    options: question.options.map((option, index) => {
      const weight = weights[index];
      return weight === undefined ? option : { ...option, weight };
    }),
  };
};

describe('weights of options', () => {
  it('are off unless a question has some, and stay as they are', () => {
    expect(draftedOf(single(undefined, undefined)).details.isWeighted).toBe(false);
    const question = draftedOf(single(0.5, -0.25, undefined));
    expect(question.details.isWeighted).toBe(true);
    expect(storedOf(question)).toEqual([0.5, -0.25, undefined]);
  });

  it('are not stored while they are turned off, and come back', () => {
    const question = draftedOf(single(0.5, -0.25));
    const off = { ...question, details: { ...question.details, isWeighted: false } };
    expect(storedOf(off)).toEqual([undefined, undefined]);
    expect(storedOf({ ...off, details: { ...off.details, isWeighted: true } })).toEqual([0.5, -0.25]);
  });

  it('are not stored where they say what the option is worth anyway', () => {
    expect(storedOf(weighted(single(undefined, undefined), 1, 0))).toEqual([undefined, undefined]);
    expect(storedOf(weighted(several('perOption', 1, undefined, undefined), 1, 0))).toEqual([undefined, 0]);
  });

  it('mean nothing where all or nothing is earned, or nothing is right', () => {
    expect(takesWeights(draftedOf(several('allOrNothing', 1, 0.5, undefined)))).toBe(false);
    expect(storedOf(draftedOf(several('allOrNothing', 1, 0.5, undefined)))).toEqual([undefined, undefined]);
    expect(faults(weighted(several('allOrNothing', 1, undefined, undefined), 5, 5))).toEqual([]);
    expect(takesWeights(draftedOf({ type: 'poll', ...common, points: 0, options: options() }))).toBe(false);
  });

  it('begin with what each option is worth without them', () => {
    const usual = (document: Question) => {
      const question = draftedOf(document);
      return question.options.map((option) => percentOf(usualWeight(question, option)));
    };
    expect(usual(single(undefined, undefined))).toEqual([100, 0]);
    expect(usual(several('perOption', 3, undefined, undefined, undefined, undefined))).toEqual([
      33.3333, 33.3333, 33.3333, -33.3333,
    ]);
  });

  it('have limits: a right answer earns something, a wrong one not everything', () => {
    const two = single(undefined, undefined);
    expect(faults(weighted(two, 1, -1))).toEqual([]);
    expect(faults(weighted(two, 0, 1))).toEqual(['weight outOfRange', 'weight outOfRange']);
    expect(faults(weighted(two, 1.01, -1.01))).toEqual(['weight outOfRange', 'weight outOfRange']);
    expect(faults(weighted(two, null, 0.5))).toEqual(['weight empty']);
    expect(faults(weighted(several('perOption', 2, undefined, undefined, undefined), 1, 0.5, 0))).toEqual([
      'weight outOfRange',
    ]);
  });

  it('are written in per cent without rounding errors', () => {
    expect([33.3, 12.5, -7, 0.1].map(weightOf)).toEqual([0.333, 0.125, -0.07, 0.001]);
    expect([33.3, 12.5, -7, 0.1].map(weightOf).map(percentOf)).toEqual([33.3, 12.5, -7, 0.1]);
  });
});
