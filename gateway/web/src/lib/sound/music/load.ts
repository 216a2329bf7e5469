import { loadMusicTexts } from './texts.svelte';

/** The music of the big screen and the host's console: phones load none of it. */
export const musicControls = async () =>
  (await Promise.all([import('./MusicControls.svelte'), loadMusicTexts()]))[0].default;
