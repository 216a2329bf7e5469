import type { AnswerValue, KeyView, Question, QuestionType, QuizErrorCode } from '$lib/contract';
import type { DraftDetails, DraftOption, DraftQuestion } from '$lib/author/question';
import type { TaskOf } from './views';

export type DocumentOf<T extends QuestionType> = Extract<Question, { type: T }>;

type Common = 'prompt' | 'media' | 'timeLimitMs' | 'points' | 'explanation' | 'hint';

/** The members that a type adds to those of all questions. */
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
  /** The name of the entries. */
  entries: 'answers' | 'accepted' | 'items' | 'pairs';
  /** Whether each entry has a partner. */
  isPaired?: boolean;
}

export interface ContentFault {
  code: QuizErrorCode;
  field: 'options' | 'label' | 'partner' | 'weight' | 'medium' | 'alt' | 'credit' | keyof DraftDetails;
  option?: number;
  /** The bound that was passed. */
  limit?: number;
}

export type ReadContent = Partial<DraftDetails> & {
  options?: readonly Partial<DraftOption>[];
  shuffle?: boolean;
};

/** The meaning of an author's draft for one type of question: all but its form. */
export interface DraftType<T extends QuestionType = QuestionType> {
  list: ListRules | null;
  /** Whether it is about a picture, which then comes before its settings. */
  needsPicture?: boolean;
  read(document: DocumentOf<T>): ReadContent;
  write(question: DraftQuestion): ContentOf<T>;
  /** The faults of its settings; those of its list follow from the rules. */
  faults(question: DraftQuestion): Iterable<ContentFault>;
  /** The question as players will see it, as far as it is written. */
  task(question: DraftQuestion): TaskOf<T>;
  key(question: DraftQuestion): KeyView | null;
  /** A right answer, for the preview of the reveal. */
  answer(question: DraftQuestion): AnswerValue | null;
}

export type DraftTypeTable = { [K in QuestionType]: DraftType<K> };
