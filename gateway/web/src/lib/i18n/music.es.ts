import type { musicTexts as english } from './music.en';

export const musicTexts: typeof english = () => ({
  soundOn: 'Activar sonido',
  volume: 'Volumen de la música',
});
