import { textPart } from '$lib/i18n/index.svelte';
import type { groupTexts } from '$lib/i18n/groups.en';

const part = textPart(import.meta.glob<typeof groupTexts>('$lib/i18n/groups.??.ts', { import: 'groupTexts' }));

export const loadGroupTexts = part.load;

/** The texts of groups. */
export const groupText = part.texts;
