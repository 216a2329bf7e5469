import { load as loadAccount } from '$lib/account/page';
import { loadProfileTexts } from '$lib/profile/texts.svelte';

export const load = async (event: Parameters<typeof loadAccount>[0]) => {
  await loadAccount(event);
  await loadProfileTexts();
};
