import type { QuizError, QuizErrorCode, QuizWarningCode } from '$lib/contract';
import type { Formats } from './formats';

/** What an error text can name: the field and the limit. */
export type FaultDetails = Partial<Pick<QuizError, 'member' | 'limit'>>;

type FaultTexts = Record<QuizErrorCode, (fault: FaultDetails) => string>;
type WarningTexts = Record<QuizWarningCode, (lines: number) => string>;

const asText = 'Save your questions as plain text (UTF-8) in one of the formats above, then import that file.';

/** What is wrong with a quiz, and what an import assumed. */
export function importTexts(f: Formats) {
  const field = (member: string | undefined, otherwise: string) => (member ? `The field “${member}”` : otherwise);
  const most = (limit: number | undefined) => (limit === undefined ? '' : `: ${f.number(limit)} at most`);
  const quizFaults: FaultTexts = {
    unsupportedEncoding: () => 'The encoding of this file can’t be determined. Save it as UTF-8.',
    damagedText: () => 'Some characters in this text have been lost.',
    controlCharacter: () => 'The text contains control characters or marks that change the writing direction.',
    stackedMarks: () => 'Too many accents on one character.',
    empty: () => 'Text is missing here.',
    tooLong: ({ limit }) =>
      limit === undefined ? 'This text is too long.' : `This text is longer than ${f.number(limit)} characters.`,
    outOfRange: ({ member, limit }) =>
      member === 'points'
        ? 'A question is worth 0, 1000 or 2000 points.'
        : limit === undefined
          ? `${field(member, 'This number')} is out of range.`
          : `${field(member, 'This number')} is beyond its limit of ${f.number(limit)}.`,
    brokenJson: () => 'The JSON is invalid from here on.',
    unknownMember: ({ member }) => `${field(member, 'This field')} isn’t part of the format.`,
    duplicateMember: ({ member }) => `${field(member, 'This field')} appears twice.`,
    missingMember: ({ member }) => (member ? `The field “${member}” is missing.` : 'A field is missing here.'),
    wrongType: ({ member }) =>
      member ? `The value of “${member}” has the wrong type.` : 'This value has the wrong type.',
    unknownValue: ({ member }) => (member ? `The value of “${member}” isn’t allowed.` : 'This value isn’t allowed.'),
    unexpectedLine: () => 'This line doesn’t belong to a question.',
    missingAnswer: () => 'The answer line (^) is missing.',
    answerNotAmongOptions: () => 'The answer isn’t one of the options.',
    optionOutOfOrder: () => 'The letter of this option is out of order.',
    tooFewOptions: ({ limit }) => `Too few options${limit === undefined ? '' : `: at least ${f.number(limit)}`}.`,
    tooManyOptions: ({ limit }) => `Too many options${most(limit)}.`,
    duplicateOption: () => 'Another option has the same text or looks the same.',
    noCorrectOption: () => 'No option is marked as correct.',
    severalCorrectOptions: () => 'More than one option is marked as correct.',
    noQuestions: () => 'There are no readable questions in this file.',
    tooManyQuestions: ({ limit }) => `Too many questions for one quiz${most(limit)}.`,
    spreadsheetFile: () => `Arena can’t read spreadsheets. ${asText}`,
    documentFile: () => `Arena can’t read word processing documents. ${asText}`,
    presentationFile: () => `Arena can’t read presentations. ${asText}`,
    oldOfficeFile: () =>
      `This is an old Word, Excel or PowerPoint file, or a password-protected one. Arena can’t read it. ${asText}`,
    pdfFile: () => `Arena can’t read PDFs. Copy its text into a text editor. ${asText}`,
    imageFile: () => 'This is an image. Arena only reads questions from text files.',
    mediaFile: () => 'This is an audio or video file. Arena only reads questions from text files.',
    archiveFile: () => 'This is a compressed file. Unzip it and import the text file inside.',
    databaseFile: () => `Arena can’t read databases. Export its questions first. ${asText}`,
    markupFile: () => `Arena can’t read web pages or XML files. ${asText}`,
    binaryFile: () => `This isn’t a text file. ${asText}`,
  };
  const quizWarnings: WarningTexts = {
    assumedWindows1252: (lines) =>
      `${f.plural(lines, { one: 'line isn’t UTF-8 and was read', other: 'lines aren’t UTF-8 and were read' })} as Windows-1252. Check the accents before importing:`,
    htmlEntities: (lines) =>
      `${f.plural(lines, { one: 'line contains', other: 'lines contain' })} HTML codes, which players will see as is:`,
  };
  return { quizFaults, quizWarnings };
}
