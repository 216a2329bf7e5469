import { textPart } from '$lib/i18n/index.svelte';

const part = textPart({
  en: async () => (await import('$lib/i18n/invite.en')).inviteTexts,
  fr: async () => (await import('$lib/i18n/invite.fr')).inviteTexts,
});

export const loadInviteTexts = part.load;

/** The texts of invitations by mail. */
export const inviteText = part.texts;
