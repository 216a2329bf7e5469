import type { WatchTexts } from './watch.en';

export const watchTexts = (): WatchTexts => ({
  title: 'Ver una partida',
  gone: 'Este enlace ya no funciona.',
  goneText: 'El anfitrión lo ha retirado o la partida ya no se conserva.',
  full: 'Demasiadas personas están viendo esta partida.',
  fullText: 'Vuelve a cargar la página en un momento: puede que alguien se haya ido.',
  connecting: 'Conectando con la partida',
});
