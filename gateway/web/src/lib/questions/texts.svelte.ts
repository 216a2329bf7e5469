import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/questions.en')).questionTexts,
  fr: async () => (await import('$lib/i18n/questions.fr')).questionTexts,
});

export const loadQuestionTexts = part.load;

/** The texts of the views that are loaded with them. */
export const q = part.texts;
