import type { QuestionType } from '$lib/contract';
import ChoiceStage from './choice/ChoiceStage.svelte';
import ChoiceTally from './choice/ChoiceTally.svelte';
import { loaded } from './loaded';
import type { ChoiceType } from './player';
import { loadQuestionTexts } from './texts.svelte';
import type { HostViews, HostViewTable } from './views';

const choice = { stage: ChoiceStage, tally: ChoiceTally };

const choices: HostViewTable<ChoiceType> = {
  singleChoice: choice,
  trueFalse: choice,
  poll: choice,
  multipleChoice: choice,
};

/** How a type of question looks on the big screen and on the host's remote. */
export const hostViews = loaded<QuestionType, HostViews>(choices, async () => {
  const [{ otherViews }] = await Promise.all([import('./host-others'), loadQuestionTexts()]);
  return otherViews;
});
