import type { QuestionType } from '$lib/contract';
import { loaded } from './loaded';
import ChoicePad from './choice/ChoicePad.svelte';
import MultiplePad from './choice/MultiplePad.svelte';
import OptionLines from './choice/OptionLines.svelte';
import { loadQuestionTexts } from './texts.svelte';
import type { PlayerViews, PlayerViewTable } from './views';

export type ChoiceType = 'singleChoice' | 'trueFalse' | 'multipleChoice' | 'poll';

const choice = { pad: ChoicePad, lines: OptionLines };

/** There from the start: most games need no others. */
const choices: PlayerViewTable<ChoiceType> = {
  singleChoice: choice,
  trueFalse: choice,
  poll: choice,
  multipleChoice: { pad: MultiplePad, lines: OptionLines },
};

/** How a type of question looks to players: at once for choices, and for others as soon as they are loaded. */
export const playerViews = loaded<QuestionType, PlayerViews>(choices, async () => {
  const [{ otherViews }] = await Promise.all([import('./player-others'), loadQuestionTexts()]);
  return otherViews;
});
