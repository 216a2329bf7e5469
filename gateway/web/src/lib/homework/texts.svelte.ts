import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/homework.en')).homeworkTexts,
  fr: async () => (await import('$lib/i18n/homework.fr')).homeworkTexts,
});

export const loadHomeworkTexts = part.load;

/** The texts of homework and practice. */
export const homeworkText = part.texts;
