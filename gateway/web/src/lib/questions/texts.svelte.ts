import { textPart } from '$lib/i18n/index.svelte';
import type { questionTexts } from '$lib/i18n/questions.en';

const part = textPart(import.meta.glob<typeof questionTexts>('$lib/i18n/questions.??.ts', { import: 'questionTexts' }));

export const loadQuestionTexts = part.load;

/** The texts of the views that are loaded with them. */
export const q = part.texts;
