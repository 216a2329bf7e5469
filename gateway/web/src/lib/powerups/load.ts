import { loadPowerUpTexts } from '$lib/i18n/power-up-texts.svelte';

/** What a phone shows of power-ups, with its texts: a game without any loads none of it. */
export const hand = async () => (await Promise.all([import('./Hand.svelte'), loadPowerUpTexts()]))[0].default;

/** What the big screen shows of power-ups, with its texts. */
export const stagePowerUps = async () =>
  (await Promise.all([import('./StagePowerUps.svelte'), loadPowerUpTexts()]))[0].default;
