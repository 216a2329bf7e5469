import type { FormTexts } from './forms.en';

export const formTexts = (): FormTexts => ({
  hints: {
    singleChoice: 'Les joueurs choisissent une réponse. Une seule est bonne.',
    multipleChoice: 'Les joueurs cochent autant de réponses qu’ils veulent. Une ou plusieurs sont bonnes.',
    trueFalse: 'Une affirmation vraie ou fausse.',
    typedAnswer: 'Les joueurs écrivent une réponse courte. Indiquez toutes celles que vous acceptez.',
    number: 'Les joueurs écrivent un nombre.',
    slider: 'Les joueurs déplacent un curseur. Plus ils sont proches, plus ils marquent de points.',
    pin: 'Les joueurs touchent un endroit de l’image. Tout endroit dans l’une de vos zones est juste.',
    order:
      'Écrivez les éléments dans le bon ordre\u00a0: les joueurs les voient mélangés. Chaque paire bien ordonnée rapporte des points.',
    match:
      'Écrivez chaque paire sur une ligne\u00a0: les joueurs voient la colonne de droite mélangée. Chaque bonne paire rapporte des points.',
    poll: 'Les joueurs choisissent une réponse. Rien n’est juste ni faux, et il n’y a pas de points.',
    rating: 'Les joueurs choisissent une note sur une échelle. Il n’y a pas de points.',
    wordCloud: 'Les joueurs envoient quelques mots. Plus un mot revient, plus il s’affiche en grand.',
    openText: 'Les joueurs écrivent quelques phrases. Seul l’animateur les voit, et peut les montrer à tous.',
    slide: 'Une page à lire. Elle reste affichée jusqu’à ce que l’animateur continue.',
  },
  shuffle: 'Mélanger les réponses à chaque partie',
  picks: {
    title: 'Points',
    names: { perOption: 'Par bonne réponse cochée', allOrNothing: 'Tout ou rien' },
    hints: {
      perOption: 'Une mauvaise réponse cochée en annule une bonne.',
      allOrNothing: 'Il faut cocher exactement les bonnes réponses.',
    },
  },
  weights: {
    title: 'Définir les points de chaque réponse',
    hint: 'En pourcentage des points de la question. En dessous de 0, une réponse retire des points.',
    of: (letter, isCorrect) => (isCorrect ? `${letter}, bonne réponse (%)` : `${letter} (%)`),
    range: {
      right: 'Plus de 0, et 100 au maximum.',
      oneOfSeveral: 'Plus de 0, et moins de 100.',
      wrong: 'De -100 à moins de 100.',
    },
  },
  leniency: {
    title: 'Pour comparer les réponses',
    ignoreCase: 'Ignorer les majuscules',
    ignoreAccents: 'Ignorer les accents',
    ignoreSpaces: 'Ignorer les espaces',
    ignorePunctuation: 'Ignorer la ponctuation',
    allowTypos: 'Accepter les petites fautes',
    allowTyposHint: 'Une lettre fausse à partir de quatre lettres, deux à partir de huit.',
  },
  pin: {
    title: 'Zones justes',
    pictureFirst: 'Ajoutez d’abord une image, puis marquez-y les zones justes.',
    target:
      'Image avec les zones justes\u00a0: touchez-la pour placer la zone choisie, ou utilisez les flèches du clavier',
    area: (number: number) => `Zone ${number}`,
    size: (number: number) => `Taille de la zone ${number}`,
    remove: (number: number) => `Retirer la zone ${number}`,
    polygon: 'Polygone',
    circle: 'Ajouter un cercle',
    draw: 'Tracer un polygone',
    finish: 'Fermer le polygone',
    cancel: 'Annuler',
    hint: 'Touchez l’image pour placer le cercle choisi. Les flèches du clavier le déplacent.',
    drawHint:
      'Touchez chaque sommet. Au clavier\u00a0: déplacez le viseur avec les flèches, posez un sommet avec Entrée.',
  },
  value: 'Bonne réponse',
  closeness: {
    title: 'Accepter',
    names: { exact: 'Ce nombre seulement', range: 'Les nombres proches', nearest: 'Le plus proche possible' },
    hints: {
      exact: 'Tout autre nombre est faux.',
      range: 'Dans la marge, tous les nombres rapportent tous les points.',
      nearest: 'Dans la marge, plus le nombre est proche, plus il rapporte de points.',
    },
  },
  tolerance: 'Marge (±)',
  decimals: 'Décimales',
  unit: 'Unité (facultative)',
  min: 'Valeur minimale',
  max: 'Valeur maximale',
  step: 'Pas',
  steps: 'Nombre d’échelons',
  low: 'Libellé du plus bas (facultatif)',
  high: 'Libellé du plus haut (facultatif)',
  maxWords: 'Mots par joueur',
  body: 'Texte',
  bodyHint: 'Affiché sous le titre.',
});
