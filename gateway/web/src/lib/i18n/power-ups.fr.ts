import type { powerUpTexts as english } from './power-ups.en';

export const powerUpTexts: typeof english = (f) => ({
  legend: 'Bonus',
  names: {
    doublePoints: 'Points doublés',
    fiftyFifty: '50:50',
    extraTime: 'Temps en plus',
    streakFreeze: 'Série gelée',
    secondChance: 'Seconde chance',
    shield: 'Bouclier',
  },
  does: {
    doublePoints: 'Gagnez le double',
    fiftyFifty: 'Retirez la moitié des options',
    extraTime: 'Moitié plus longtemps',
    streakFreeze: 'Une erreur garde votre série',
    secondChance: 'Répondez deux fois',
    shield: 'Une erreur ne coûte rien',
  },
  inEffect: {
    doublePoints: 'Une bonne réponse rapporte le double de points.',
    fiftyFifty: 'La moitié des options a disparu.',
    extraTime: 'Vous avez moitié plus de temps.',
    streakFreeze: 'Une erreur n’interrompra pas votre série.',
    secondChance:
      'Vous pouvez répondre deux fois. La meilleure réponse compte, la seconde pour la moitié de ses points.',
    shield: 'Une erreur ne coûte rien, ni à vous ni à votre équipe.',
  },
  noEffect: 'Sans effet ici',
  again: 'Vous pouvez répondre à nouveau.',
  keep: 'Garder ma réponse',
  lobby: 'Cette partie a des bonus. Gagnez-les par vos réponses et utilisez-en un par question.',
  used: (name) => `Bonus utilisé\u00a0: ${name}`,
  second: 'Votre seconde réponse a compté, pour la moitié de ses points.',
  earned: (name) => `Nouveau bonus\u00a0: ${name}`,
  usedBy: (count) => f.plural(count, { one: 'bonus utilisé', other: 'bonus utilisés' }),
  launch: {
    on: 'Les joueurs gagnent et utilisent des bonus',
    onHint: 'Un par question au plus, trois en main.',
    kinds: 'Lesquels',
    shieldHint: 'Pour les équipes, la survie et la confiance.',
    earning: 'Comment les gagner',
    both: 'Séries et remontées',
    streak: 'Chaque troisième bonne réponse d’affilée',
    comeback: 'Bonnes réponses du dernier tiers',
  },
});
