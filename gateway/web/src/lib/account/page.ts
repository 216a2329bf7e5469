import { loadAccountTexts } from '$lib/i18n/account-texts.svelte';

/** What every page about accounts loads before it shows anything. */
export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadAccountTexts();
};
