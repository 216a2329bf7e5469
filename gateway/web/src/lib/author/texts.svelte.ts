import { textPart } from '$lib/i18n/index.svelte';
import type { editorTexts } from '$lib/i18n/editor.en';

const part = textPart(import.meta.glob<typeof editorTexts>('$lib/i18n/editor.??.ts', { import: 'editorTexts' }));

export const loadEditorTexts = part.load;

/** The texts of the editor, which its page loads before it shows anything. */
export const editorText = part.texts;
