import type { musicTexts as english } from './music.en';

export const musicTexts: typeof english = () => ({
  soundOn: 'Ton an',
  volume: 'Lautstärke der Musik',
});
