import { loadLibraryTexts } from '$lib/library/texts.svelte';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadLibraryTexts();
};
