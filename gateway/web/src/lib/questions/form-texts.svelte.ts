import { textPart } from '$lib/i18n/index.svelte';
import type { formTexts } from '$lib/i18n/forms.en';

const part = textPart(import.meta.glob<typeof formTexts>('$lib/i18n/forms.??.ts', { import: 'formTexts' }));

export const loadFormTexts = part.load;

/** The texts of the forms that are loaded with them. */
export const formText = part.texts;
