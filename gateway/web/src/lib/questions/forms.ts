import type { Component } from 'svelte';
import type { QuestionType } from '$lib/contract';
import type { DraftQuestion } from '$lib/author/question';
import type { DraftFault } from '$lib/author/faults';
import ChoiceForm from './choice/ChoiceForm.svelte';
import MultipleForm from './choice/MultipleForm.svelte';
import WeightFields from './choice/WeightFields.svelte';
import NumberForm from './number/NumberForm.svelte';
import SliderForm from './number/SliderForm.svelte';
import PinForm from './pin/PinForm.svelte';
import RatingForm from './rating/RatingForm.svelte';
import SlideForm from './slide/SlideForm.svelte';
import TypedForm from './typed/TypedForm.svelte';
import WordsForm from './words/WordsForm.svelte';

/** The props of a form for the settings of a question, apart from its list. */
export interface FormProps {
  question: DraftQuestion;
  faults: readonly DraftFault[];
  /** Whether missing parts are shown. */
  blamed: boolean;
  onchange: (question: DraftQuestion, group?: string) => void;
}

/** Null where there is nothing to set. */
export const forms: Readonly<Record<QuestionType, Component<FormProps> | null>> = {
  singleChoice: ChoiceForm,
  multipleChoice: MultipleForm,
  trueFalse: WeightFields,
  typedAnswer: TypedForm,
  number: NumberForm,
  slider: SliderForm,
  order: null,
  match: null,
  pin: PinForm,
  poll: ChoiceForm,
  rating: RatingForm,
  wordCloud: WordsForm,
  openText: null,
  slide: SlideForm,
};
