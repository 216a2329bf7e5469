import { gameLimits, type Hint, type Question, type QuestionType, type QuizDocument } from '$lib/contract';
import { draftTypes } from '$lib/questions/drafts';
import { factsOf } from '$lib/questions/types';
import { draftMedium, mediumDocument } from './media/medium';
import { blankDetails, freshKey, type DraftOption, type DraftQuestion } from './question';

export type { DraftOption, DraftQuestion } from './question';

/** A quiz being written: what the form shows, sound or not. Replaced, never changed. */
export interface DraftQuiz {
  title: string;
  description: string;
  tags: readonly string[];
  folder: string;
  questions: readonly DraftQuestion[];
}

/** What a question may be worth. */
export const worths: readonly number[] = [0, 1000, 2000];

/** Per cent of the points that a hint may cost. */
export const hintCosts: readonly number[] = [10, 25, 50, 75, 100];

const blankOption = (correct = false): DraftOption => ({ key: freshKey(), label: '', correct, partner: '' });

export function blankQuestion(): DraftQuestion {
  return {
    key: freshKey(),
    type: 'singleChoice',
    prompt: '',
    medium: null,
    options: [blankOption(true), blankOption(), blankOption(), blankOption()],
    details: blankDetails(),
    shuffle: false,
    timeLimitMs: gameLimits.defaultTimeLimitMs,
    points: 1000,
    explanation: '',
    hint: '',
    hintCostPercent: gameLimits.defaultHintCostPercent,
  };
}

export const blankQuiz = (): DraftQuiz => ({
  title: '',
  description: '',
  tags: [],
  folder: '',
  questions: [blankQuestion()],
});

/** Another question with the same content. */
export function copyOf(question: DraftQuestion): DraftQuestion {
  return {
    ...question,
    key: freshKey(),
    options: question.options.map((option) => ({ ...option, key: freshKey() })),
  };
}

/** The question with the keys of the one that it stems from. */
export const withKeysOf = (question: DraftQuestion, origin: DraftQuestion): DraftQuestion => ({
  ...question,
  key: origin.key,
  options: question.options.map((option, index) => ({ ...option, key: origin.options[index]?.key ?? option.key })),
});

/**
 * The question as one of another type. Everything written stays, also parts without use in the new type: another change of the type brings them
 * back. True or false has two options, named by the language in use.
 */
export function ofType(question: DraftQuestion, type: QuestionType, names: readonly [string, string]): DraftQuestion {
  if (type === question.type) return question;
  const { list } = draftTypes[type];
  const next: DraftQuestion = {
    ...question,
    type,
    timeLimitMs: factsOf[type].isAnswered ? (question.timeLimitMs ?? gameLimits.defaultTimeLimitMs) : null,
  };
  if (!list) return next;
  if (list.isFixed) {
    const second = question.options[1]?.correct ?? false;
    const options = names.map((label, index) => ({ ...blankOption(second === (index === 1)), label }));
    return { ...next, options };
  }
  // Wrong answers do not become accepted ones.
  const kept = list.entries === 'accepted' ? question.options.filter((option) => option.correct) : question.options;
  const missing = Math.max(0, list.min - kept.length);
  const first = kept.findIndex((option) => option.correct);
  const options = [...kept, ...Array.from({ length: missing }, () => blankOption())].map((option, index) => ({
    ...option,
    ...(list.correct === 'one' && { correct: index === Math.max(0, first) }),
  }));
  return { ...next, options };
}

export const withOption = (question: DraftQuestion): DraftQuestion => ({
  ...question,
  options: [...question.options, blankOption(draftTypes[question.type].list?.entries === 'accepted')],
});

/** The most entries that the question's list may have. */
export const mostOptions = (question: DraftQuestion): number => draftTypes[question.type].list?.max ?? 0;

/** How many entries its list has at least. */
export const leastOptions = (question: DraftQuestion): number => draftTypes[question.type].list?.min ?? 0;

/**
 * Several lines in place of an option: each is an option, those that are empty after it are filled first.
 * @returns the question, and how many of the lines are more than it may have options.
 */
export function withLines(
  question: DraftQuestion,
  place: number,
  lines: readonly string[],
): { question: DraftQuestion; left: number } {
  const options = question.options.map((option, index) => (index === place ? { ...option, label: '' } : option));
  const isRight = draftTypes[question.type].list?.entries === 'accepted';
  let written = 0;
  for (const label of lines) {
    const option = options[place + written];
    if (option?.label === '') options[place + written] = { ...option, label };
    else if (options.length < mostOptions(question))
      options.splice(place + written, 0, { ...blankOption(isRight), label });
    else break;
    written++;
  }
  return { question: { ...question, options }, left: lines.length - written };
}

/** Questions after one of the quiz's, in its place if nothing is written in it: as many as the quiz may have. */
export function withQuestions(draft: DraftQuiz, place: number, added: readonly DraftQuestion[]): DraftQuiz {
  const before = draft.questions[place];
  const from = before && isBlank(before) ? place : place + 1;
  const rest = draft.questions.slice(place + 1);
  const room = Math.max(0, gameLimits.maxQuizQuestions - from - rest.length);
  return { ...draft, questions: [...draft.questions.slice(0, from), ...added.slice(0, room), ...rest] };
}

/** Whether nothing is written in a question. */
const isBlank = (question: DraftQuestion): boolean =>
  question.prompt.trim() === '' &&
  question.medium === null &&
  question.explanation.trim() === '' &&
  question.options.every(({ label, partner, picture }) => label.trim() === '' && partner.trim() === '' && !picture);

/** Without one of the options; if that was the right one, the first is. */
export function withoutOption(question: DraftQuestion, key: number): DraftQuestion {
  const options = question.options.filter((option) => option.key !== key);
  if (!options.some((option) => option.correct) && options[0]) options[0] = { ...options[0], correct: true };
  return { ...question, options };
}

export function draftOf(document: QuizDocument): DraftQuiz {
  return {
    title: document.title,
    description: document.description ?? '',
    tags: document.tags ?? [],
    folder: document.folder ?? '',
    questions: document.questions.map(questionOf),
  };
}

export function questionOf(document: Question): DraftQuestion {
  const { options = [], shuffle = false, ...details } = draftTypes[document.type].read(document as never);
  return {
    key: freshKey(),
    type: document.type,
    prompt: document.prompt,
    medium: document.media ? draftMedium(document.media) : null,
    options: options.map((option) => ({ ...blankOption(), ...option })),
    details: { ...blankDetails(), ...details },
    shuffle,
    timeLimitMs: document.timeLimitMs,
    points: document.points,
    explanation: document.explanation ?? '',
    hint: document.hint?.text ?? '',
    hintCostPercent: document.hint?.costPercent ?? gameLimits.defaultHintCostPercent,
  };
}

/** The stored form. Absent texts are left out. */
export function documentOf(draft: DraftQuiz): QuizDocument {
  return {
    arena: 1,
    title: draft.title,
    ...(draft.description.trim() && { description: draft.description }),
    ...(draft.tags.length > 0 && { tags: [...draft.tags] }),
    ...(draft.folder.trim() && { folder: draft.folder }),
    questions: draft.questions.map(questionDocumentOf),
  };
}

/** The hint as it is stored; null where there is none, or nothing to hint at. */
export const hintOf = ({ type, hint, hintCostPercent }: DraftQuestion): Hint | null =>
  factsOf[type].isScored && hint.trim() ? { text: hint, costPercent: hintCostPercent } : null;

/** Questions are replaced, never changed: what is written of one is worked out once. */
const texts = new WeakMap<DraftQuestion, string>();

/** The stored form of a question as JSON. */
export function questionText(question: DraftQuestion): string {
  let text = texts.get(question);
  if (text === undefined) {
    text = JSON.stringify(questionDocumentOf(question));
    texts.set(question, text);
  }
  return text;
}

/** The stored form as JSON. */
export function documentText(draft: DraftQuiz): string {
  const { questions, ...head } = documentOf({ ...draft, questions: [] });
  const start = JSON.stringify({ ...head, questions }).slice(0, -']}'.length);
  return `${start}${draft.questions.map(questionText).join()}]}`;
}

export function questionDocumentOf(question: DraftQuestion): Question {
  const hint = hintOf(question);
  return {
    prompt: question.prompt,
    ...(question.medium && { media: mediumDocument(question.medium) }),
    ...draftTypes[question.type].write(question),
    timeLimitMs: question.timeLimitMs,
    points: factsOf[question.type].isScored ? question.points : 0,
    ...(question.explanation.trim() && { explanation: question.explanation }),
    ...(hint && { hint }),
  };
}
