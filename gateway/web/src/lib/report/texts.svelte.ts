import { textPart } from '$lib/i18n/index.svelte';
import type { reportTexts } from '$lib/i18n/report.en';

const part = textPart(import.meta.glob<typeof reportTexts>('$lib/i18n/report.??.ts', { import: 'reportTexts' }));

export const loadReportTexts = part.load;

/** The texts of the games that were hosted, and of their reports. */
export const reportText = part.texts;
