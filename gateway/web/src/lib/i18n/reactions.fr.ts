import type { reactionTexts as english } from './reactions.en';

export const reactionTexts: typeof english = () => ({
  title: 'Réactions',
  hop: 'Faire sauter votre avatar',
  names: {
    clap: 'Applaudir',
    heart: 'Cœur',
    laugh: 'Rire',
    wow: 'Surprise',
    sad: 'Triste',
    party: 'Fête',
  },
});
