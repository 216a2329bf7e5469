import { textPart } from '$lib/i18n/index.svelte';
import type { libraryTexts } from '$lib/i18n/library.en';

const part = textPart(import.meta.glob<typeof libraryTexts>('$lib/i18n/library.??.ts', { import: 'libraryTexts' }));

export const loadLibraryTexts = part.load;

/** The texts of an author's media, loaded with their page and their dialog in the editor. */
export const libraryText = part.texts;
