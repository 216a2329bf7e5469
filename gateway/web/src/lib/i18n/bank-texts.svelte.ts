import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./bank.en')).bankTexts,
  fr: async () => (await import('./bank.fr')).bankTexts,
});

export const loadBankTexts = part.load;

/** The texts of finding quizzes, of drawing from them and of launching a game: loaded by the pages that list quizzes, and with what launches a game. */
export const bankText = part.texts;
