import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/library.en')).libraryTexts,
  fr: async () => (await import('$lib/i18n/library.fr')).libraryTexts,
});

export const loadLibraryTexts = part.load;

/** The texts of an author's media, loaded with their page and their dialog in the editor. */
export const libraryText = part.texts;
