import { gameLimits, type Option, type QuestionType } from '$lib/contract';
import { draftMedium, mediumDocument, mediumView } from '$lib/author/media/medium';
import { shownText } from '$lib/author/text';
import type { DraftQuestion } from '$lib/author/question';
import type { DraftType, ListRules, ReadContent } from '../draft-type';
import { storedWeight, weightFaults } from './weights';

const list: ListRules = {
  min: gameLimits.minOptions,
  max: gameLimits.maxOptions,
  maxLength: gameLimits.maxOptionLength,
  correct: 'one',
  entries: 'answers',
};

const readOptions = (options: readonly Option[]): Pick<ReadContent, 'options' | 'isWeighted'> => ({
  options: options.map(({ label, correct, weight, picture }) => ({
    label,
    correct,
    ...(weight !== undefined && { weight }),
    ...(picture && { picture: draftMedium(picture) }),
  })),
  isWeighted: options.some(({ weight }) => weight !== undefined),
});

const writeOptions = (question: DraftQuestion): Option[] =>
  question.options.map((option) => {
    const { label, correct, picture } = option;
    const weight = storedWeight(question, option);
    return {
      label,
      correct,
      ...(weight !== undefined && { weight }),
      ...(picture && { picture: mediumDocument(picture) }),
    };
  });

const labelsOf = (question: DraftQuestion) => question.options.map((option) => shownText(option.label));
const picturesOf = (question: DraftQuestion) =>
  question.options.flatMap(({ picture }, option) => (picture ? [{ option, picture: mediumView(picture) }] : []));
const rightOf = (question: DraftQuestion) =>
  question.options.flatMap((option, index) => (option.correct ? [index] : []));

const oneRight = {
  faults: weightFaults,
  key: (question: DraftQuestion) => ({ kind: 'options' as const, correct: rightOf(question).slice(0, 1) }),
  answer: (question: DraftQuestion) => ({ kind: 'choice' as const, option: rightOf(question)[0] ?? 0 }),
};

const task =
  <T extends QuestionType>(type: T) =>
  (question: DraftQuestion) => ({ type, options: labelsOf(question), pictures: picturesOf(question) });

export const singleChoiceDraft: DraftType<'singleChoice'> = {
  ...oneRight,
  list,
  read: ({ options, shuffle }) => ({ ...readOptions(options), shuffle }),
  write: (question) => ({ type: 'singleChoice', options: writeOptions(question), shuffle: question.shuffle }),
  task: task('singleChoice'),
};

export const trueFalseDraft: DraftType<'trueFalse'> = {
  ...oneRight,
  list: { ...list, max: gameLimits.minOptions, isFixed: true },
  read: ({ options }) => readOptions(options),
  write: (question) => ({ type: 'trueFalse', options: writeOptions(question), shuffle: false }),
  task: task('trueFalse'),
};

export const multipleChoiceDraft: DraftType<'multipleChoice'> = {
  list: { ...list, correct: 'some' },
  read: ({ options, scoring, shuffle }) => ({
    ...readOptions(options),
    picks: scoring,
    shuffle,
  }),
  write: (question) => ({
    type: 'multipleChoice',
    options: writeOptions(question),
    scoring: question.details.picks,
    shuffle: question.shuffle,
  }),
  faults: weightFaults,
  task: task('multipleChoice'),
  key: (question) => ({ kind: 'options', correct: rightOf(question) }),
  answer: (question) => ({ kind: 'choices', options: rightOf(question) }),
};

export const pollDraft: DraftType<'poll'> = {
  list: { ...list, correct: 'none' },
  read: ({ options, shuffle }) => ({ ...readOptions(options), shuffle }),
  write: (question) => ({
    type: 'poll',
    options: question.options.map(({ label, picture }) => ({
      label,
      correct: false,
      ...(picture && { picture: mediumDocument(picture) }),
    })),
    shuffle: question.shuffle,
  }),
  faults: () => [],
  task: task('poll'),
  key: () => null,
  answer: () => ({ kind: 'choice', option: 0 }),
};
