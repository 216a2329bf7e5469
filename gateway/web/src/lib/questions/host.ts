import type { QuestionType } from '$lib/contract';
import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { loaded } from './loaded';
import { loadQuestionTexts } from './texts.svelte';
import type { HostViews } from './views';

/** How a type of question looks on the big screen and on the host's remote: loaded while players gather. */
export const hostViews = loaded<QuestionType, HostViews>({}, async () => {
  const [{ viewsOfTypes }] = await Promise.all([import('./host-views'), loadQuestionTexts(), loadConsoleTexts()]);
  return viewsOfTypes;
});
