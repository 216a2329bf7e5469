import { textPart } from './index.svelte';
import type { watchTexts } from './watch.en';

const part = textPart(import.meta.glob<typeof watchTexts>('./watch.??.ts', { import: 'watchTexts' }));

export const loadWatchTexts = part.load;

/** The texts of the page that shows a game by its screen link. */
export const watchText = part.texts;
