import { loadInviteTexts } from '$lib/share/texts.svelte';

export const load = async ({ parent }: { parent: () => Promise<unknown> }) => {
  // First the language.
  await parent();
  await loadInviteTexts();
};
