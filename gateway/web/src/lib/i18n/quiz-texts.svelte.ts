import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./import.en')).importTexts,
  fr: async () => (await import('./import.fr')).importTexts,
});

export const loadQuizTexts = part.load;

/** What is wrong with a quiz, and what an import assumed: loaded by the pages on which quizzes are written or imported. */
export const quizText = part.texts;
