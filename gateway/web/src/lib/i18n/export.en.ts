import type { ExportFormat } from '$lib/net/exporting';
import type { Formats } from './formats';

/** The texts of the export of a quiz. */
export function exportTexts(f: Formats) {
  const questions = (count: number) => f.plural(count, { one: 'question', other: 'questions' });
  const formats: Record<ExportFormat, { name: string; hint: string }> = {
    arena: {
      name: 'Arena',
      hint: 'Keeps everything: a .json file, or a .zip file with the pictures, sounds and videos.',
    },
    csv: { name: 'Spreadsheet (CSV)', hint: 'Opens in Excel, LibreOffice and Google Sheets, and imports here again.' },
    kahoot: { name: 'Kahoot (.xlsx)', hint: 'Kahoot’s import template: choices of up to four answers.' },
    gift: { name: 'GIFT', hint: 'Text for Moodle and other learning platforms.' },
    moodle: { name: 'Moodle XML', hint: 'For Moodle’s question bank, with the pictures.' },
    qti: { name: 'QTI 2.1', hint: 'A package (.zip) for learning platforms, with the pictures.' },
  };
  const members: Record<string, string> = {
    type: 'Question type: becomes a similar one',
    media: 'Pictures, sounds and videos',
    recordings: 'Sounds and videos, or more pictures than fit',
    credit: 'Author and licence of pictures, sounds and videos',
    timeLimitMs: 'Time limit',
    points: 'Points',
    explanation: 'Explanation',
    hint: 'Hint',
    description: 'Description of the quiz',
    tags: 'Tags of the quiz',
    folder: 'Folder of the quiz',
    shuffle: 'Shuffled answers',
    scoring: 'How points are earned',
    weight: 'Partial points of an answer',
    accepted: 'Some of the accepted answers',
    ignoreCase: 'Capital letters count',
    ignoreAccents: 'Accents count',
    ignoreSpaces: 'Spaces count',
    ignorePunctuation: 'Punctuation counts',
    allowTypos: 'Typos accepted',
    tolerance: 'Margin',
    decimals: 'Decimals',
    unit: 'Unit',
    steps: 'Steps on the scale',
    low: 'Label for the lowest',
    high: 'Label for the highest',
    maxWords: 'Words per player',
    prompt: 'Question',
    options: 'Answers',
  };
  return {
    title: (title: string) => `Export “${title}”`,
    format: 'Format',
    formats,
    checking: 'Checking what this format keeps…',
    complete: 'Nothing is lost.',
    nothing: 'None of your questions can be written in this format.',
    leftOut: (count: number, all: number) => `${f.number(count)} of ${questions(all)} left out:`,
    changed: 'Lost or changed:',
    referenced: (count: number) =>
      `${questions(count)} with media that are no longer on this server: the file only names them.`,
    tooLong: 'Longer than the other program accepts:',
    of: (name: string, count: number) => `${name} (${questions(count)})`,
    members,
    download: 'Download',
  };
}

export type ExportTexts = ReturnType<typeof exportTexts>;
