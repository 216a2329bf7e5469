import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/profile.en')).profileTexts,
  fr: async () => (await import('$lib/i18n/profile.fr')).profileTexts,
});

export const loadProfileTexts = part.load;

export const profileText = part.texts;
