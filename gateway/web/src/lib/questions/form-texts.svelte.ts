import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/forms.en')).formTexts,
  fr: async () => (await import('$lib/i18n/forms.fr')).formTexts,
});

export const loadFormTexts = part.load;

/** The texts of the forms that are loaded with them. */
export const formText = part.texts;
