import { loadReactionTexts } from './texts.svelte';

/** What a phone shows between the questions, with its texts: the page loads it once it is there. */
export async function waitingParts() {
  const [bar, face] = await Promise.all([
    import('./ReactionBar.svelte'),
    import('$lib/player/OwnFace.svelte'),
    loadReactionTexts(),
  ]);
  return { ReactionBar: bar.default, OwnFace: face.default };
}

/** What the big screen shows, with its texts. */
export const reactionLayer = async () =>
  (await Promise.all([import('./ReactionLayer.svelte'), loadReactionTexts()]))[0].default;
