import type { helpTexts } from '$lib/i18n/help.en';
import { textPart } from '$lib/i18n/index.svelte';

const part = textPart(import.meta.glob<typeof helpTexts>('$lib/i18n/help.??.ts', { import: 'helpTexts' }));

export const loadHelpTexts = part.load;

/** The texts of help and hints. */
export const helpText = part.texts;
