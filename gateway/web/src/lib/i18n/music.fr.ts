import type { musicTexts as english } from './music.en';

export const musicTexts: typeof english = () => ({
  soundOn: 'Activer le son',
  volume: 'Volume de la musique',
});
