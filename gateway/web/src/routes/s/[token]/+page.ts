import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { loadWatchTexts } from '$lib/i18n/watch-texts.svelte';

type Load = { parent: () => Promise<unknown>; params: { token: string } };

export const load = async ({ parent, params }: Load) => {
  // First the language.
  await parent();
  await Promise.all([loadConsoleTexts(), loadWatchTexts()]);
  return { token: params.token };
};
