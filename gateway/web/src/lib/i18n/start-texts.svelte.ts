import { textPart } from './index.svelte';
import type { startTexts } from './start.en';

const part = textPart(import.meta.glob<typeof startTexts>('./start.??.ts', { import: 'startTexts' }));

export const loadStartTexts = part.load;

/** The texts of the start page, of the samples and of the trial. */
export const startText = part.texts;
