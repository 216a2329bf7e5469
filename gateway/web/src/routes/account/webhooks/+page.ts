import { loadWebhookTexts } from '$lib/webhooks/texts.svelte';
import { load as loadAccount } from '$lib/account/page';

export const load = async (event: Parameters<typeof loadAccount>[0]) => {
  await loadAccount(event);
  await loadWebhookTexts();
};
