import { textPart } from '$lib/i18n/index.svelte';
import type { musicTexts } from '$lib/i18n/music.en';

const part = textPart(import.meta.glob<typeof musicTexts>('../../i18n/music.??.ts', { import: 'musicTexts' }));

export const loadMusicTexts = part.load;

export const musicText = part.texts;
