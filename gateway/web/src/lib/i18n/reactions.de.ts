import type { reactionTexts as english } from './reactions.en';

export const reactionTexts: typeof english = () => ({
  title: 'Reaktionen',
  hop: 'Avatar hüpfen lassen',
  names: {
    clap: 'Klatschen',
    heart: 'Herz',
    laugh: 'Lachen',
    wow: 'Staunen',
    sad: 'Traurig',
    party: 'Feiern',
  },
});
