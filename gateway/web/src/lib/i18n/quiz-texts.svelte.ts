import type { importTexts } from './import.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof importTexts>('./import.??.ts', { import: 'importTexts' }));

export const loadQuizTexts = part.load;

/** The texts of faults in a quiz and of an import's assumptions: loaded by the pages on which quizzes are written or imported. */
export const quizText = part.texts;
