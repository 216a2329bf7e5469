import { textPart } from '$lib/i18n/index.svelte';
import type { webhookTexts } from '$lib/i18n/webhooks.en';

const part = textPart(import.meta.glob<typeof webhookTexts>('$lib/i18n/webhooks.??.ts', { import: 'webhookTexts' }));

export const loadWebhookTexts = part.load;

/** The texts of the page about webhooks. */
export const webhookText = part.texts;
