import type { WatchTexts } from './watch.en';

export const watchTexts = (): WatchTexts => ({
  title: 'Regarder une partie',
  gone: 'Ce lien ne fonctionne plus.',
  goneText: 'L’animateur l’a retiré, ou la partie n’est plus conservée.',
  full: 'Trop de personnes regardent cette partie.',
  fullText: 'Rechargez la page dans un instant\u00a0: une place s’est peut-être libérée.',
  connecting: 'Connexion à la partie',
});
