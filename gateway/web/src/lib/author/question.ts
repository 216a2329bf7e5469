import type { ChoiceScoring, NumberScoring, PinArea, QuestionType } from '$lib/contract';
import type { DraftMedium } from './media/medium';

/** An entry of a question's list being written. The key identifies it while the list is reordered. */
export interface DraftOption {
  key: number;
  label: string;
  correct: boolean;
  /** The other half, where the list is one of pairs. */
  partner: string;
  /** The share of the points that its author gives it; null while there is none to read. */
  weight?: number | null;
  picture?: DraftMedium;
}

/** Settings of questions apart from the list. A draft has all of them; each type uses some. */
export interface DraftDetails {
  /** Of multiple choice. */
  picks: ChoiceScoring;
  /** Of choices: whether options have weights. */
  isWeighted: boolean;
  ignoreCase: boolean;
  ignoreAccents: boolean;
  ignoreSpaces: boolean;
  ignorePunctuation: boolean;
  allowTypos: boolean;
  /** The right number; null while there is none to read. */
  value: number | null;
  tolerance: number | null;
  closeness: NumberScoring;
  decimals: number | null;
  unit: string;
  min: number | null;
  max: number | null;
  step: number | null;
  /** Of a rating. */
  steps: number | null;
  low: string;
  high: string;
  maxWords: number | null;
  body: string;
  /** Where a pin is right. */
  areas: readonly PinArea[];
}

export interface DraftQuestion {
  key: number;
  type: QuestionType;
  prompt: string;
  medium: DraftMedium | null;
  options: readonly DraftOption[];
  details: DraftDetails;
  /** Whether the options stand in another order in each game. */
  shuffle: boolean;
  /** Null for no limit. */
  timeLimitMs: number | null;
  points: number;
  explanation: string;
  /** Empty for none. */
  hint: string;
  hintCostPercent: number;
}

let lastKey = 0;
export const freshKey = (): number => ++lastKey;

export const blankDetails = (): DraftDetails => ({
  picks: 'perOption',
  isWeighted: false,
  ignoreCase: true,
  ignoreAccents: true,
  ignoreSpaces: true,
  ignorePunctuation: true,
  allowTypos: false,
  value: null,
  tolerance: 0,
  closeness: 'exact',
  decimals: 0,
  unit: '',
  min: 0,
  max: 100,
  step: 1,
  steps: 5,
  low: '',
  high: '',
  maxWords: 3,
  body: '',
  areas: [],
});
