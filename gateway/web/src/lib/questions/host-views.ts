import ChoiceStage from './choice/ChoiceStage.svelte';
import ChoiceTally from './choice/ChoiceTally.svelte';
import MatchStage from './match/MatchStage.svelte';
import MatchTally from './match/MatchTally.svelte';
import NumberStage from './number/NumberStage.svelte';
import NumberTally from './number/NumberTally.svelte';
import SliderStage from './number/SliderStage.svelte';
import OpenTextStage from './open/OpenTextStage.svelte';
import OrderStage from './order/OrderStage.svelte';
import OrderTally from './order/OrderTally.svelte';
import PinStage from './pin/PinStage.svelte';
import PinTally from './pin/PinTally.svelte';
import RatingStage from './rating/RatingStage.svelte';
import RatingTally from './rating/RatingTally.svelte';
import SlideStage from './slide/SlideStage.svelte';
import SlideTally from './slide/SlideTally.svelte';
import TextTally from './typed/TextTally.svelte';
import TypedStage from './typed/TypedStage.svelte';
import type { HostViewTable } from './views';
import WordsStage from './words/WordsStage.svelte';

const choice = { stage: ChoiceStage, tally: ChoiceTally };

export const viewsOfTypes: HostViewTable = {
  singleChoice: choice,
  trueFalse: choice,
  poll: choice,
  multipleChoice: choice,
  typedAnswer: { stage: TypedStage, tally: TextTally },
  number: { stage: NumberStage, tally: NumberTally },
  slider: { stage: SliderStage, tally: NumberTally },
  order: { stage: OrderStage, tally: OrderTally },
  match: { stage: MatchStage, tally: MatchTally },
  pin: { stage: PinStage, tally: PinTally },
  rating: { stage: RatingStage, tally: RatingTally },
  wordCloud: { stage: WordsStage, tally: TextTally },
  openText: { stage: OpenTextStage, tally: TextTally },
  slide: { stage: SlideStage, tally: SlideTally },
};
