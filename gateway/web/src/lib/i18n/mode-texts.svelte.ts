import type { modeTexts } from './modes.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof modeTexts>('./modes.??.ts', { import: 'modeTexts' }));

export const loadModeTexts = part.load;

/** The texts of the game modes: loaded by games that are not classic, and with what launches a game. */
export const modeText = part.texts;
