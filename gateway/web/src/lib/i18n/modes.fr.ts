import type { Formats } from './formats';
import type { ModeTexts } from './modes.en';

export const modeTexts = (f: Formats): ModeTexts => ({
  legend: 'Mode de jeu',
  names: {
    classic: 'Classique',
    survivor: 'Survie',
    race: 'Course',
    confidence: 'Confiance',
    sharedDevice: 'Équipes, un appareil chacune',
  },
  hints: {
    classic: 'Le plus de points l’emporte.',
    survivor: 'Trop d’erreurs, et on est éliminé. Le dernier en jeu gagne.',
    race: 'La partie se termine dès que l’objectif est atteint.',
    confidence: 'On mise des points sur ses réponses.',
    sharedDevice: 'Chaque équipe joue sur un seul appareil et peut se concerter avant de répondre.',
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
  },
  race: {
    goal: 'Points à atteindre',
    rules: (points: number) => `La partie se termine dès que quelqu’un atteint ${f.number(points)} points.`,
    toGo: (points: number) => `Encore ${f.plural(points, { one: 'point', other: 'points' })}`,
    reached: 'Objectif atteint\u00a0!',
    there: 'objectif atteint',
  },
  sharedDevice: {
    talk: 'Temps de concertation avant de répondre (secondes)',
    rules: (seconds: number) =>
      seconds === 0
        ? 'Un appareil par équipe\u00a0: mettez-vous d’accord, puis l’un de vous répond.'
        : `Un appareil par équipe\u00a0: vous avez ${f.plural(seconds, { one: 'seconde', other: 'secondes' })} pour en parler, puis l’un de vous répond.`,
    talkItOver: 'Concertez-vous, puis l’un de vous répond.',
  },
  confidence: {
    rules:
      'Quelle est votre certitude\u00a0? Misez des points avec chaque réponse\u00a0: une bonne réponse les ajoute, une mauvaise les perd. Vous ne descendez jamais sous zéro.',
    bet: 'Combien de points misez-vous\u00a0?',
    placed: (stake: number) => `Vous avez misé ${f.plural(stake, { one: 'point', other: 'points' })}.`,
    won: (stake: number) => `Vous gagnez votre mise de ${f.plural(stake, { one: 'point', other: 'points' })}.`,
    lost: (points: number) =>
      points > 0
        ? `Votre mise vous coûte ${f.plural(points, { one: 'point', other: 'points' })}.`
        : 'Vous n’aviez rien à perdre.',
    kept: (stake: number) => `Vous gardez votre mise de ${f.plural(stake, { one: 'point', other: 'points' })}.`,
  },
});
