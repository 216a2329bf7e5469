import type { consoleTexts } from './console.en';
import { textPart } from './index.svelte';

const part = textPart(import.meta.glob<typeof consoleTexts>('./console.??.ts', { import: 'consoleTexts' }));

export const loadConsoleTexts = part.load;

/** The texts of the screens that run a game: console, projector and remote. */
export const consoleText = part.texts;
