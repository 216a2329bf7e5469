import { textPart } from '$lib/i18n/index.svelte';
import type { exportTexts } from '$lib/i18n/export.en';

const part = textPart(import.meta.glob<typeof exportTexts>('$lib/i18n/export.??.ts', { import: 'exportTexts' }));

export const loadExportTexts = part.load;

/** The texts of the export of a quiz, loaded with its dialog. */
export const exportText = part.texts;
