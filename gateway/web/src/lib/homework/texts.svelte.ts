import { textPart } from '$lib/i18n/index.svelte';
import type { homeworkTexts } from '$lib/i18n/homework.en';

const part = textPart(import.meta.glob<typeof homeworkTexts>('../i18n/homework.??.ts', { import: 'homeworkTexts' }));

export const loadHomeworkTexts = part.load;

/** The texts of homework and practice. */
export const homeworkText = part.texts;
