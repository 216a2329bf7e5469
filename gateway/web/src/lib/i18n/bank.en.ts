import type { Formats } from './formats';

/** The texts of finding quizzes and of drawing from them. */
export const bankTexts = (f: Formats) => ({
  games: 'Games and reports',
  filter: 'Find quizzes',
  search: 'Search titles, tags and questions',
  folders: 'Folders',
  tags: 'Tags',
  tagged: (name: string, quizzes: number) => `${name} (${f.number(quizzes)})`,
  found: (count: number) => f.plural(count, { one: 'quiz', other: 'quizzes' }),
  none: 'No quiz matches.',
  clear: 'Show all',
  inFolder: (folder: string) => `Folder: ${folder}`,
  draw: 'Draw at random',
  drawHint: 'In random order, without information slides.',
  drawing: (count: number, of: number) =>
    `Draws ${f.number(count)} of ${f.plural(of, { one: 'question', other: 'questions' })}.`,
  counting: 'Counting questions…',
  nothing: 'There are no questions to draw.',
  drawTags: 'Draw from all my quizzes tagged',
});

export type BankTexts = ReturnType<typeof bankTexts>;
