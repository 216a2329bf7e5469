import { loadReactionTexts } from './texts.svelte';

/** What a phone shows, with its texts: a game without reactions loads none of it. */
export const reactionBar = async () =>
  (await Promise.all([import('./ReactionBar.svelte'), loadReactionTexts()]))[0].default;

/** The player's own face in the lobby. */
export const ownFace = async () =>
  (await Promise.all([import('$lib/player/OwnFace.svelte'), loadReactionTexts()]))[0].default;

/** What the big screen shows, with its texts. */
export const reactionLayer = async () =>
  (await Promise.all([import('./ReactionLayer.svelte'), loadReactionTexts()]))[0].default;
