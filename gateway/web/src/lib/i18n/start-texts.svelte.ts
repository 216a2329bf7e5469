import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./start.en')).startTexts,
  fr: async () => (await import('./start.fr')).startTexts,
});

export const loadStartTexts = part.load;

/** The texts of the start page, of the samples and of the trial. */
export const startText = part.texts;
