import type { QuestionType } from '$lib/contract';
import MatchLines from './match/MatchLines.svelte';
import MatchPad from './match/MatchPad.svelte';
import NumberLines from './number/NumberLines.svelte';
import NumberPad from './number/NumberPad.svelte';
import SliderPad from './number/SliderPad.svelte';
import OpenTextPad from './open/OpenTextPad.svelte';
import OrderLines from './order/OrderLines.svelte';
import OrderPad from './order/OrderPad.svelte';
import PinLines from './pin/PinLines.svelte';
import PinPad from './pin/PinPad.svelte';
import RatingLines from './rating/RatingLines.svelte';
import RatingPad from './rating/RatingPad.svelte';
import SlideLines from './slide/SlideLines.svelte';
import SlidePad from './slide/SlidePad.svelte';
import TextLines from './typed/TextLines.svelte';
import TypedPad from './typed/TypedPad.svelte';
import type { ChoiceType } from './player';
import type { PlayerViewTable } from './views';
import WordsPad from './words/WordsPad.svelte';

/** The views of questions that are no choices, for players: loaded while they wait for the first question. */
export const otherViews: PlayerViewTable<Exclude<QuestionType, ChoiceType>> = {
  typedAnswer: { pad: TypedPad, lines: TextLines },
  number: { pad: NumberPad, lines: NumberLines },
  slider: { pad: SliderPad, lines: NumberLines },
  order: { pad: OrderPad, lines: OrderLines },
  match: { pad: MatchPad, lines: MatchLines },
  pin: { pad: PinPad, lines: PinLines },
  rating: { pad: RatingPad, lines: RatingLines },
  wordCloud: { pad: WordsPad, lines: TextLines },
  openText: { pad: OpenTextPad, lines: TextLines },
  slide: { pad: SlidePad, lines: SlideLines },
};
