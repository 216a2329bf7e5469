import type { Formats } from './formats';
import type { StartTexts } from './start.en';

export const startTexts = (f: Formats): StartTexts => ({
  pitch: {
    title: 'Des quiz en direct sur votre propre machine',
    lead: 'Posez une question sur le grand écran, tout le monde répond sur son téléphone. Sans application, sans compte, sans publicité.',
    points: [
      'Les joueurs entrent avec un code et une seule pression.',
      'Chaque réponse compte à partir de son envoi, quelle que soit la vitesse du réseau.',
      'Personne ne perd ses points, ni avec un téléphone éteint, ni avec un redémarrage du serveur.',
      'Quatorze types de questions, des équipes, des modes de jeu et des rapports.',
    ],
    tryNow: 'Essayer maintenant',
    tryHint: 'Un exemple de quiz avec trois joueurs simulés, sur cet écran.',
    host: 'Animer une partie',
  },
  samples: {
    title: 'Partir d’un exemple',
    hint: 'Jouez-le tel quel, ou faites-en le vôtre.',
    play: 'Jouer',
    edit: 'Modifier',
    questions: (count) => f.plural(count, { one: 'question', other: 'questions' }),
  },
  trial: {
    title: 'Essayer Arena',
    starting: 'Préparation d’une partie pour vous…',
    lead: 'Vous animez ici, et vous jouez sur le téléphone. Trois joueurs simulés entrent d’eux-mêmes.',
    phone: 'Le téléphone d’un joueur',
    openPhone: 'Ouvrir l’écran du joueur dans un autre onglet',
    own: 'Animer votre propre partie',
    names: ['Renard Vif', 'Loutre Calme', 'Hibou Brillant'],
    words: ['soleil', 'café', 'musique', 'amis', 'vacances'],
  },
});
