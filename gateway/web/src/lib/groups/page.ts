import { load as loadAccount } from '$lib/account/page';
import { loadInviteTexts } from '$lib/share/texts.svelte';
import { loadGroupTexts } from './texts.svelte';

/** What the pages about groups load before they show anything. */
export const load = async (event: Parameters<typeof loadAccount>[0]) => {
  await loadAccount(event);
  await Promise.all([loadGroupTexts(), loadInviteTexts()]);
};
