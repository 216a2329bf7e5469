import type { BankTexts } from './bank.en';
import type { Formats } from './formats';

export const bankTexts = (f: Formats): BankTexts => ({
  games: 'Parties et rapports',
  filter: 'Retrouver un quiz',
  search: 'Chercher dans les titres, les étiquettes et les questions',
  folders: 'Dossiers',
  tags: 'Étiquettes',
  tagged: (name, quizzes) => `${name} (${f.number(quizzes)})`,
  found: (count) => f.plural(count, { one: 'quiz', other: 'quiz' }),
  none: 'Aucun quiz ne correspond.',
  clear: 'Tout afficher',
  inFolder: (folder) => `Dossier\u00a0: ${folder}`,
  draw: 'Tirer au sort',
  drawHint: 'Dans un ordre aléatoire, sans les diapositives d’information.',
  drawing: (count, of) => `Tirage de ${f.number(count)} sur ${f.plural(of, { one: 'question', other: 'questions' })}.`,
  counting: 'Décompte des questions…',
  nothing: 'Il n’y a aucune question à tirer.',
  drawTags: 'Tirer dans tous mes quiz portant l’étiquette',
});
