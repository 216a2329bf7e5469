import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/groups.en')).groupTexts,
  fr: async () => (await import('$lib/i18n/groups.fr')).groupTexts,
});

export const loadGroupTexts = part.load;

/** The texts of groups. */
export const groupText = part.texts;
