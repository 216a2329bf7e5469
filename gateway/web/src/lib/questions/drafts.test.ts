import { describe, expect, it } from 'vitest';
import type { Question } from '$lib/contract';
import { blankQuestion, blankQuiz, documentOf, draftOf, ofType, type DraftQuestion } from '$lib/author/draft';
import { faultsOf } from '$lib/author/faults';
import { contentOf } from '$lib/author/same';
import { questionSamples, type QuestionSample } from '$lib/gallery/question-samples';
import { draftTypes } from './drafts';
import { questionTypes } from './types';

const names: [string, string] = ['True', 'False'];
const samples = Object.entries<QuestionSample>(questionSamples);
const quizOf = (question: Question) => ({ arena: 1, title: 'Quiz', questions: [question] });
const draftedOf = (document: Question): DraftQuestion => {
  const [question] = draftOf(quizOf(document)).questions;
  if (!question) throw new Error('A quiz has its questions.');
  return question;
};
const faults = (document: Question) => faultsOf(draftOf(quizOf(document))).map(({ field, code }) => `${field} ${code}`);

describe.each(samples)('a question of the sample %s', (_, sample) => {
  it('is the same after it was written and stored', () => {
    const [stored] = documentOf(draftOf(quizOf(sample.document))).questions;
    expect(stored).toEqual(sample.document);
    expect(faults(sample.document)).toEqual([]);
  });

  it('shows its author the view of players', () => {
    const question = draftedOf(sample.document);
    const draft = draftTypes[question.type];
    const { type } = draft.task(question);
    expect(type).toBe(sample.task.type);
    expect(draft.key(question)?.kind).toBe(sample.key?.kind);
  });
});

describe('faults of an author', () => {
  it.each<[string, string[]]>([
    ['singleChoice', ['label empty', 'options noCorrectOption']],
    ['trueFalse', ['label duplicateOption', 'options noCorrectOption']],
    ['multipleChoice', ['label duplicateOption', 'options noCorrectOption']],
    ['typedAnswer', ['label duplicateEntry', 'label empty']],
    ['number', ['tolerance outOfRange', 'decimals outOfRange', 'unit tooLong']],
    ['slider', ['value outsideScale']],
    ['order', ['label empty', 'label duplicateEntry']],
    ['match', ['label duplicateEntry', 'partner empty']],
    ['pin', ['medium missingMember', 'areas tooFewEntries']],
    ['rating', ['steps outOfRange', 'low tooLong']],
  ])('%s: %j', (type, expected) => {
    const { unsound } = questionSamples[type as 'order'];
    expect(faults(unsound)).toEqual(expected);
  });

  it('in a scale is found before it is stored', () => {
    const slider = { ...questionSamples.slider.document };
    const wrong = (changes: Partial<typeof slider>) => faults({ ...slider, ...changes });
    expect(wrong({ max: 0 })).toEqual(['max outsideScale']);
    expect(wrong({ step: 0 })).toEqual(['step outsideScale']);
    expect(wrong({ step: 0.001 })).toEqual(['step outsideScale']);
    expect(wrong({ value: 101 })).toEqual(['value outsideScale']);
    expect(wrong({ step: 0.5, value: 71.25 })).toEqual(['value outsideScale']);
    expect(wrong({ step: 0.5, value: 71.5 })).toEqual([]);
  });
});

describe('another type', () => {
  it('keeps the written parts, also when it is changed back', () => {
    let question: DraftQuestion = draftedOf(questionSamples.multipleChoice.document);
    for (const type of questionTypes.filter((each) => each !== 'trueFalse' && each !== 'typedAnswer')) {
      question = ofType(question, type, names);
      expect(question.options.map(({ label }) => label)).toEqual(['2', '9', '17', '21', '23']);
    }
    expect(ofType(question, 'typedAnswer', names).options.map(({ label }) => label)).toEqual(['2']);
  });

  it('has as many right answers as it needs', () => {
    const several = draftedOf(questionSamples.multipleChoice.document);
    expect(ofType(several, 'singleChoice', names).options.map(({ correct }) => correct)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(ofType(several, 'trueFalse', names).options.map(({ label }) => label)).toEqual(names);
  });

  it('is timed unless there is nothing to answer', () => {
    const slide = ofType(blankQuestion(), 'slide', names);
    expect(slide.timeLimitMs).toBeNull();
    expect(ofType(slide, 'poll', names).timeLimitMs).toBe(20_000);
  });

  it('gives no points where nothing is right', () => {
    const poll = ofType({ ...blankQuestion(), points: 2000 }, 'poll', names);
    expect(documentOf({ ...blankQuiz(), questions: [poll] }).questions[0]?.points).toBe(0);
    expect(ofType(poll, 'order', names).points).toBe(2000);
  });
});

describe('a hint', () => {
  const hint = { text: 'Think.', costPercent: 50 };

  it('is the same after it was stored, and costs a quarter unless its author says otherwise', () => {
    const document = { ...questionSamples.order.document, hint };
    expect(documentOf(draftOf(quizOf(document))).questions[0]).toEqual(document);
    const drafted = { ...draftedOf(questionSamples.order.document), hint: 'Think.' };
    expect(documentOf({ ...blankQuiz(), questions: [drafted] }).questions[0]?.hint?.costPercent).toBe(25);
  });

  it('is not stored where there is none, or nothing to hint at, and comes back with the type', () => {
    const question = draftedOf({ ...questionSamples.order.document, hint });
    const stored = (changed: DraftQuestion) => documentOf({ ...blankQuiz(), questions: [changed] }).questions[0]?.hint;
    expect(stored({ ...question, hint: ' ' })).toBeUndefined();
    const poll = ofType(question, 'poll', names);
    expect(stored(poll)).toBeUndefined();
    expect(stored(ofType(poll, 'order', names))).toEqual(hint);
  });

  it('that is too long is found before it is stored', () => {
    const text = 'x'.repeat(251);
    expect(faults({ ...questionSamples.order.document, hint: { text, costPercent: 25 } })).toEqual(['hint tooLong']);
    const poll = { ...draftedOf(questionSamples.poll.document), hint: text };
    expect(faultsOf({ ...blankQuiz(), title: 'Quiz', questions: [poll] })).toEqual([]);
  });
});

describe('two drafts', () => {
  it('are the same where the server stores the same', () => {
    const draft = draftedOf(questionSamples.match.document);
    const spaced = {
      ...draft,
      options: draft.options.map((option) => ({ ...option, partner: ` ${option.partner}  ` })),
    };
    expect(contentOf(spaced)).toBe(contentOf(draft));
    const poll = draftedOf(questionSamples.poll.document);
    expect(contentOf({ ...poll, details: { ...poll.details, body: 'not used' } })).toBe(contentOf(poll));
  });
});
