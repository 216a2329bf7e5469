import { loadAccountTexts } from '$lib/i18n/account-texts.svelte';
import { loadHomeworkTexts } from './texts.svelte';

/** What the pages about homework load before they show anything. */
export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await Promise.all([loadHomeworkTexts(), loadAccountTexts()]);
};
