import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/webhooks.en')).webhookTexts,
  fr: async () => (await import('$lib/i18n/webhooks.fr')).webhookTexts,
});

export const loadWebhookTexts = part.load;

/** The texts of the page about webhooks. */
export const webhookText = part.texts;
