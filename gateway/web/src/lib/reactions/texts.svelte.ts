import { textPart } from '$lib/i18n/index.svelte';
import type { reactionTexts } from '$lib/i18n/reactions.en';

const part = textPart(import.meta.glob<typeof reactionTexts>('../i18n/reactions.??.ts', { import: 'reactionTexts' }));

export const loadReactionTexts = part.load;

export const reactionText = part.texts;
