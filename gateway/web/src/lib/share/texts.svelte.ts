import { textPart } from '$lib/i18n/index.svelte';
import type { inviteTexts } from '$lib/i18n/invite.en';

const part = textPart(import.meta.glob<typeof inviteTexts>('../i18n/invite.??.ts', { import: 'inviteTexts' }));

export const loadInviteTexts = part.load;

/** The texts of invitations by mail. */
export const inviteText = part.texts;
