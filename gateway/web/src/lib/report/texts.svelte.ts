import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/report.en')).reportTexts,
  fr: async () => (await import('$lib/i18n/report.fr')).reportTexts,
});

export const loadReportTexts = part.load;

/** The texts of the games that were hosted, and of their reports. */
export const reportText = part.texts;
