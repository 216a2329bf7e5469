import { loadModeTexts } from '$lib/i18n/mode-texts.svelte';

/** What a phone shows of a mode, with its texts: a classic game loads none of it. */
export const playerMode = async () => (await Promise.all([import('./PlayerMode.svelte'), loadModeTexts()]))[0].default;

/** What the big screen shows of a mode, with its texts. */
export const stageMode = async () => (await Promise.all([import('./StageMode.svelte'), loadModeTexts()]))[0].default;

/** How far a player is in a race, with its texts. */
export const raceLine = async () => (await Promise.all([import('./RaceLine.svelte'), loadModeTexts()]))[0].default;
