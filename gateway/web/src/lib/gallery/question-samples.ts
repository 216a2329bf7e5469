import type { AnswerValue, KeyView, Question, QuestionType, Tally, TaskView, Verdict } from '$lib/contract';
import { choiceSamples } from './choice-samples';
import { scoredSamples } from './scored-samples';
import { unscoredSamples } from './unscored-samples';

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

/** By type; some types have another sample that is as long as it gets. */
export const questionSamples = { ...choiceSamples, ...scoredSamples, ...unscoredSamples } satisfies Record<
  QuestionType,
  QuestionSample
>;
