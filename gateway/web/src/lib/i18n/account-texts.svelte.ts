import type { accountTexts } from './account.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof accountTexts>('./account.??.ts', { import: 'accountTexts' }));

export const loadAccountTexts = part.load;

/** The texts of accounts and of what administrators see: loaded by the pages about them. */
export const accountText = part.texts;
