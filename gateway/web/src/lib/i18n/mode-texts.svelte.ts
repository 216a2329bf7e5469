import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./modes.en')).modeTexts,
  fr: async () => (await import('./modes.fr')).modeTexts,
});

export const loadModeTexts = part.load;

/** The texts of the game modes: loaded by games that are not classic, and with what launches a game. */
export const modeText = part.texts;
