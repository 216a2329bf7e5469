import { textPart } from '$lib/i18n/index.svelte';
import type { profileTexts } from '$lib/i18n/profile.en';

const part = textPart(import.meta.glob<typeof profileTexts>('$lib/i18n/profile.??.ts', { import: 'profileTexts' }));

export const loadProfileTexts = part.load;

export const profileText = part.texts;
