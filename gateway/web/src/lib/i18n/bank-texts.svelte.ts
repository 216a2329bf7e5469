import type { bankTexts } from './bank.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof bankTexts>('./bank.??.ts', { import: 'bankTexts' }));

export const loadBankTexts = part.load;

/** The texts of finding quizzes, of drawing from them and of launching a game: loaded by the pages that list quizzes, and with what launches a game. */
export const bankText = part.texts;
