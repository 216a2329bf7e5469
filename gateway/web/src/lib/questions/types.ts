import type { QuestionType } from '$lib/contract';

/** Facts about every question of a type. */
interface TypeFacts {
  /** Whether players answer at all. */
  isAnswered: boolean;
  /** Whether an answer can be right or wrong. */
  isScored: boolean;
}

const scored: TypeFacts = { isAnswered: true, isScored: true };
const unscored: TypeFacts = { isAnswered: true, isScored: false };

export const factsOf: Readonly<Record<QuestionType, TypeFacts>> = {
  singleChoice: scored,
  multipleChoice: scored,
  trueFalse: scored,
  typedAnswer: scored,
  number: scored,
  slider: scored,
  order: scored,
  match: scored,
  pin: scored,
  poll: unscored,
  rating: unscored,
  wordCloud: unscored,
  openText: unscored,
  slide: { isAnswered: false, isScored: false },
};

/** Every type, in the order in which an author sees them. */
export const questionTypes = Object.keys(factsOf) as readonly QuestionType[];
