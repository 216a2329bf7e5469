import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./account.en')).accountTexts,
  fr: async () => (await import('./account.fr')).accountTexts,
});

export const loadAccountTexts = part.load;

/** The texts of accounts and of what administrators see: loaded by the pages about them. */
export const accountText = part.texts;
