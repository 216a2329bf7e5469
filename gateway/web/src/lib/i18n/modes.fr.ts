import type { Formats } from './formats';
import type { ModeTexts } from './modes.en';

export const modeTexts = (f: Formats): ModeTexts => ({
  legend: 'Mode de jeu',
  names: { classic: 'Classique', survivor: 'Survie', race: 'Course' },
  hints: {
    classic: 'Le plus de points l’emporte.',
    survivor: 'Trop d’erreurs, et on est éliminé. Le dernier en jeu gagne.',
    race: 'La partie se termine dès que l’objectif est atteint.',
  },
  survivor: {
    misses: 'Erreurs avant l’élimination',
    rules: (misses: number) =>
      misses === 1
        ? 'Une question manquée, et vous êtes éliminé. La dernière personne en jeu gagne.'
        : `${f.number(misses)} questions manquées, et vous êtes éliminé. La dernière personne en jeu gagne.`,
    lives: (lives: number) => `Encore ${f.plural(lives, { one: 'vie', other: 'vies' })}`,
    lastLife: 'Votre dernière vie\u00a0: encore une erreur et vous êtes éliminé.',
    out: 'Vous êtes éliminé, mais restez avec nous\u00a0: continuez pour le plaisir. Vos réponses ne rapportent plus de points.',
    survived: 'Vous avez tenu jusqu’au bout\u00a0!',
    left: (players: number) => `${f.plural(players, { one: 'personne', other: 'personnes' })} encore en jeu`,
  },
  race: {
    goal: 'Points à atteindre',
    rules: (points: number) => `La partie se termine dès que quelqu’un atteint ${f.number(points)} points.`,
    toGo: (points: number) => `Encore ${f.plural(points, { one: 'point', other: 'points' })}`,
    reached: 'Objectif atteint\u00a0!',
  },
});
