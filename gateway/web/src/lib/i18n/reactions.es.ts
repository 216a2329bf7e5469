import type { reactionTexts as english } from './reactions.en';

export const reactionTexts: typeof english = () => ({
  title: 'Reacciones',
  hop: 'Hacer saltar tu avatar',
  names: {
    clap: 'Aplauso',
    heart: 'Corazón',
    laugh: 'Risa',
    wow: 'Sorpresa',
    sad: 'Tristeza',
    party: 'Fiesta',
  },
});
