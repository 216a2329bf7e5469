import { textPart } from './index.svelte';
import type { powerUpTexts } from './power-ups.en';

const part = textPart(import.meta.glob<typeof powerUpTexts>('./power-ups.??.ts', { import: 'powerUpTexts' }));

export const loadPowerUpTexts = part.load;

/** The texts of power-ups: loaded by games with any, and with what launches a game. */
export const powerUpText = part.texts;
