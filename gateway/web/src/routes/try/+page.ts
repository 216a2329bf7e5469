import { loadStartTexts } from '$lib/i18n/start-texts.svelte';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadStartTexts();
};
