import { textPart } from './index.svelte';

const part = textPart({
  en: async () => (await import('./power-ups.en')).powerUpTexts,
  fr: async () => (await import('./power-ups.fr')).powerUpTexts,
});

export const loadPowerUpTexts = part.load;

/** The texts of power-ups: loaded by games with any, and with what launches a game. */
export const powerUpText = part.texts;
