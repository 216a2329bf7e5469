import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/export.en')).exportTexts,
  fr: async () => (await import('$lib/i18n/export.fr')).exportTexts,
});

export const loadExportTexts = part.load;

/** The texts of the export of a quiz, loaded with its dialog. */
export const exportText = part.texts;
