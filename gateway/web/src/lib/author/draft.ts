import {
  gameLimits,
  type OptionDocument,
  type QuestionDocument,
  type QuestionType,
  type QuizDocument,
} from '$lib/contract';

/** An option being written. The key identifies it while the list is reordered. */
export interface DraftOption {
  key: number;
  label: string;
  correct: boolean;
}

export interface DraftQuestion {
  key: number;
  type: QuestionType;
  prompt: string;
  options: readonly DraftOption[];
  timeLimitMs: number;
  points: number;
  explanation: string;
}

/** A quiz being written: what the form shows, sound or not. Replaced, never changed. */
export interface DraftQuiz {
  title: string;
  description: string;
  questions: readonly DraftQuestion[];
}

/** What a question may be worth. */
export const worths: readonly number[] = [0, 1000, 2000];

let lastKey = 0;
const freshKey = () => ++lastKey;

const blankOption = (correct = false): DraftOption => ({ key: freshKey(), label: '', correct });

export function blankQuestion(): DraftQuestion {
  return {
    key: freshKey(),
    type: 'singleChoice',
    prompt: '',
    options: [blankOption(true), blankOption(), blankOption(), blankOption()],
    timeLimitMs: gameLimits.defaultTimeLimitMs,
    points: 1000,
    explanation: '',
  };
}

export const blankQuiz = (): DraftQuiz => ({ title: '', description: '', questions: [blankQuestion()] });

/** Another question with the same content. */
export function copyOf(question: DraftQuestion): DraftQuestion {
  return {
    ...question,
    key: freshKey(),
    options: question.options.map((option) => ({ ...option, key: freshKey() })),
  };
}

/** The question as one of the other kind: true or false has two options, named by the language in use. */
export function ofType(question: DraftQuestion, type: QuestionType, names: readonly [string, string]): DraftQuestion {
  if (type === question.type) return question;
  if (type === 'singleChoice') return { ...question, type };
  const second = question.options[1]?.correct ?? false;
  return {
    ...question,
    type,
    options: names.map((label, index) => ({ key: freshKey(), label, correct: second === (index === 1) })),
  };
}

export const withOption = (question: DraftQuestion): DraftQuestion => ({
  ...question,
  options: [...question.options, blankOption()],
});

/**
 * Several lines in place of an empty option: each is an option, those that are empty after it are filled first. Null where they are more
 * than a question may have.
 */
export function withLines(question: DraftQuestion, place: number, lines: readonly string[]): DraftQuestion | null {
  const options = [...question.options];
  lines.forEach((label, index) => {
    const option = options[place + index];
    if (option?.label === '') options[place + index] = { ...option, label };
    else options.splice(place + index, 0, { ...blankOption(), label });
  });
  const most = question.type === 'trueFalse' ? gameLimits.minOptions : gameLimits.maxOptions;
  return options.length > most ? null : { ...question, options };
}

/** Without one of the options; if that was the right one, the first is. */
export function withoutOption(question: DraftQuestion, key: number): DraftQuestion {
  const options = question.options.filter((option) => option.key !== key);
  if (!options.some((option) => option.correct) && options[0]) options[0] = { ...options[0], correct: true };
  return { ...question, options };
}

/** The list with one entry moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

export function draftOf(document: QuizDocument): DraftQuiz {
  return {
    title: document.title,
    description: document.description ?? '',
    questions: document.questions.map((question) => ({
      key: freshKey(),
      type: question.type,
      prompt: question.prompt,
      options: question.options.map(({ label, correct }) => ({ key: freshKey(), label, correct })),
      timeLimitMs: question.timeLimitMs,
      points: question.points,
      explanation: question.explanation ?? '',
    })),
  };
}

/** The stored form. Absent texts are left out. */
export function documentOf(draft: DraftQuiz): QuizDocument {
  return {
    arena: 1,
    title: draft.title,
    ...(draft.description.trim() && { description: draft.description }),
    questions: draft.questions.map(questionDocumentOf),
  };
}

function questionDocumentOf(question: DraftQuestion): QuestionDocument {
  return {
    type: question.type,
    prompt: question.prompt,
    options: question.options.map(({ label, correct }): OptionDocument => ({ label, correct })),
    timeLimitMs: question.timeLimitMs,
    points: question.points,
    ...(question.explanation.trim() && { explanation: question.explanation }),
  };
}
