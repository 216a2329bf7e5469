import type { AnswerValue, KeyView, Question, QuestionType, QuizErrorCode } from '$lib/contract';
import type { DraftDetails, DraftOption, DraftQuestion } from '$lib/author/question';
import type { TaskOf } from './views';

export type DocumentOf<T extends QuestionType> = Extract<Question, { type: T }>;

type Common = 'prompt' | 'timeLimitMs' | 'points' | 'explanation';

/** What a type adds to what all questions have. */
export type ContentOf<T extends QuestionType> = T extends QuestionType ? Omit<DocumentOf<T>, Common> : never;

/** The list that an author fills. */
export interface ListRules {
  min: number;
  max: number;
  maxLength: number;
  /** How many of the entries are marked as right. */
  correct: 'one' | 'some' | 'none';
  /** Whether entries can neither be added nor removed. */
  isFixed?: boolean;
  /** What the entries are called. */
  entries: 'answers' | 'accepted' | 'items' | 'pairs';
  /** Whether each entry has a partner. */
  isPaired?: boolean;
}

export interface ContentFault {
  code: QuizErrorCode;
  field: 'options' | 'label' | 'partner' | keyof DraftDetails;
  option?: number;
  /** The bound that was passed. */
  limit?: number;
}

export type ReadContent = Partial<DraftDetails> & {
  options?: readonly Partial<DraftOption>[];
  shuffle?: boolean;
};

/** What an author's draft of one type of question means: all but its form. */
export interface DraftType<T extends QuestionType = QuestionType> {
  list: ListRules | null;
  read(document: DocumentOf<T>): ReadContent;
  write(question: DraftQuestion): ContentOf<T>;
  /** What is wrong with what its list rules do not cover. */
  faults(question: DraftQuestion): Iterable<ContentFault>;
  /** The question as players will see it, as far as it is written. */
  task(question: DraftQuestion): TaskOf<T>;
  key(question: DraftQuestion): KeyView | null;
  /** A right answer, to show what its reveal looks like. */
  answer(question: DraftQuestion): AnswerValue | null;
}

export type DraftTypeTable = { [K in QuestionType]: DraftType<K> };
