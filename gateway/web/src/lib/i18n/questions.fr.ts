import type { Formats } from './formats';
import type { QuestionTexts } from './questions.en';

export const questionTexts = (f: Formats): QuestionTexts => ({
  yourAnswer: 'Votre réponse',
  left: (count) => f.plural(count, { one: 'caractère restant', other: 'caractères restants' }),
  number: {
    sign: 'Changer le signe',
    readAs: (value) => `Vous envoyez ${value}`,
    unreadable: 'Ce n’est pas un nombre.',
    decimals: (most) =>
      most === 0
        ? 'Nombres entiers seulement.'
        : `${f.plural(most, { one: 'décimale', other: 'décimales' })} au maximum.`,
    less: 'Moins',
    more: 'Plus',
    within: (value, tolerance) => `${value} (à ${tolerance} près)`,
    from: (from, to) => (from === to ? from : `${from} à ${to}`),
  },
  pin: {
    label: (alt: string | null) =>
      `${alt ?? 'Image'}. Touchez l’endroit, ou déplacez le viseur avec les flèches du clavier.`,
    keys: 'Les flèches du clavier déplacent aussi le viseur, et plus loin avec Maj.',
    at: (x: number, y: number) => `à ${f.percent(x, 1)} de la gauche et à ${f.percent(y, 1)} du haut`,
  },
  order: {
    yours: 'Votre ordre',
    up: (item) => `Monter «\u00a0${item}\u00a0»`,
    down: (item) => `Descendre «\u00a0${item}\u00a0»`,
    drag: (item, place, count) =>
      `${item}\u00a0: ${f.number(place + 1)} sur ${f.number(count)}. Faites glisser ou utilisez les flèches.`,
    movedTo: (item, place, count) => `${item}\u00a0: maintenant ${f.number(place + 1)} sur ${f.number(count)}`,
    placed: (count) => `bien placé par ${f.plural(count, { one: 'joueur', other: 'joueurs' })}`,
  },
  match: {
    pairs: 'Vos paires',
    choices: 'Choisissez ici',
    open: (left) => `${left}\u00a0: rien d’associé pour l’instant`,
    paired: (left, right) => `${left}\u00a0: ${right}`,
    remove: (left, right) => `${left}\u00a0: ${right}. Défaire cette paire.`,
    placed: (count) => `trouvé par ${f.plural(count, { one: 'joueur', other: 'joueurs' })}`,
  },
  rating: {
    step: (step, steps, label) => `${f.number(step)} sur ${f.number(steps)}${label ? `\u00a0: ${label}` : ''}`,
    average: (average) => `Moyenne\u00a0: ${f.value(Math.round(average * 10) / 10)}`,
  },
  words: { word: (place) => `Mot ${f.number(place + 1)}`, none: 'Pas encore de mots.' },
  answers: {
    none: 'Pas encore de réponses.',
    show: (count) => `Montrer ${f.plural(count, { one: 'réponse', other: 'réponses' })} à tous`,
    hide: 'Masquer les réponses',
    accept: 'Accepter',
    others: 'Autres réponses',
    showOthers: 'Montrer les autres réponses à tous',
    hideOthers: 'Masquer les autres réponses',
    withHost: 'L’animateur a vos réponses.',
    times: (count) => f.plural(count, { one: 'fois', other: 'fois' }),
  },
  isCorrect: 'juste',
  isWrong: 'faux',
});
