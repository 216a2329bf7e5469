import { loadBankTexts } from '$lib/i18n/bank-texts.svelte';
import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { loadStartTexts } from '$lib/i18n/start-texts.svelte';
import { loadQuizTexts } from '$lib/i18n/quiz-texts.svelte';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await Promise.all([loadBankTexts(), loadConsoleTexts(), loadQuizTexts(), loadStartTexts()]);
};
