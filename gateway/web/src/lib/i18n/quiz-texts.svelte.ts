import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./import.en')).importTexts,
  fr: async () => (await import('./import.fr')).importTexts,
});

export const loadQuizTexts = part.load;

/** The texts of faults in a quiz and of an import's assumptions: loaded by the pages on which quizzes are written or imported. */
export const quizText = part.texts;
