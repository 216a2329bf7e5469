import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/editor.en')).editorTexts,
  fr: async () => (await import('$lib/i18n/editor.fr')).editorTexts,
});

export const loadEditorTexts = part.load;

/** The texts of the editor, which its page loads before it shows anything. */
export const editorText = part.texts;
